package org.deviceoffboarding.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/**
 * Lets each test that records something fail where that, or one of its details, is not declared by {@link AuditedAs}. Part of every
 * portal that tests start.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class DeclaredActions {

    private static final AuditedActions ACTIONS = new AuditedActions();

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
