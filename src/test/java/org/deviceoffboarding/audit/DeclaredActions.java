package org.deviceoffboarding.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Lets each test that records something fail where that, or one of its details, is not declared by {@link AuditedAs}, or where a detail
 * is a constant that no page has a word for, since no {@link AuditedValues} says what it is. Part of every portal that tests start.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class DeclaredActions {

    private static final AuditedActions ACTIONS = new AuditedActions();
    private static final AuditedWords WORDS = new AuditedWords(ACTIONS);
    /** What people say as it is. */
    private static final Set<String> SPOKEN = Set.of("HTML", "JSON");

    private static final Supplier<Set<String>> CONSTANTS = SingletonSupplier.of(DeclaredActions::constants);

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor declaredActionsOnly() {
        NameMatchMethodPointcut records = new NameMatchMethodPointcut();
        records.setMappedName("record");
        records.setClassFilter(type -> type == AuditLog.class);
        return new DefaultPointcutAdvisor(records, (MethodInterceptor) call -> {
            requireDeclared((AuditableAction) Objects.requireNonNull(call.getArguments()[1]));
            return call.proceed();
        });
    }

    private static void requireDeclared(AuditableAction action) {
        if (isOfATest(action)) {
            return;
        }
        DescribedAction declared = ACTIONS.get(action.action())
                .orElseThrow(() -> new AssertionError("No @AuditedAs says what " + action.action() + " means"));
        Map<String, ?> details = action.details().values();
        assertThat(details.keySet())
                .as("Details of " + action.action())
                .filteredOn(name -> !name.equals(AuditDetails.BEFORE) && !name.equals(AuditDetails.AFTER))
                .isSubsetOf(declared.details().keySet());
        if (details.get(AuditDetails.AFTER) instanceof Map<?, ?> changed) {
            assertThat(changed.keySet())
                    .as("Changes of " + action.action())
                    .allMatch(name -> declared.changes().containsKey(name));
        }
        requireWords(action);
    }

    private static void requireWords(AuditableAction action) {
        Set<String> said = WORDS.of(action.action(), action.details().values()).values().stream()
                .flatMap(words -> words.keySet().stream())
                .collect(Collectors.toSet());
        assertThat(texts(action.details().values()))
                .as("Details of " + action.action() + " that are names of constants, and have no word")
                .noneMatch(text -> CONSTANTS.get().contains(text) && !said.contains(text));
    }

    private static Stream<String> texts(@Nullable Object value) {
        return switch (value) {
            case String text -> Stream.of(text);
            case Collection<?> several -> several.stream().flatMap(DeclaredActions::texts);
            case Map<?, ?> named ->
                named.entrySet().stream()
                        .filter(each -> !"text".equals(each.getKey())) // what people searched for
                        .flatMap(each -> Stream.concat(texts(each.getKey()), texts(each.getValue())));
            case null, default -> Stream.empty();
        };
    }

    /** Returns the names of all constants that can be told from words that people write. */
    private static Set<String> constants() {
        var enums = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition type) {
                return true;
            }
        };
        enums.addIncludeFilter(new AssignableTypeFilter(Enum.class));
        return enums.findCandidateComponents("org.deviceoffboarding").stream()
                .map(type -> ClassUtils.resolveClassName(
                        String.valueOf(type.getBeanClassName()), DeclaredActions.class.getClassLoader()))
                .filter(type -> type.isEnum() && !type.getName().contains(".demotenant."))
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(constant -> ((Enum<?>) constant).name())
                .filter(name -> name.matches("[A-Z]{3,}(_[A-Z]+)*") && !SPOKEN.contains(name))
                .collect(Collectors.toSet());
    }

    private static boolean isOfATest(AuditableAction action) {
        return action.getClass()
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes");
    }
}
