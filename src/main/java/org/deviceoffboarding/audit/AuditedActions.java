package org.deviceoffboarding.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * All actions that the log knows, with their readable names. They are declared beside what records them, by {@link AuditedAs}, and
 * found when they are asked for first.
 */
@Component
public class AuditedActions {

    /** The package that all modules are in. */
    static final String MODULES = "org.deviceoffboarding";

    private final Supplier<Map<String, DescribedAction>> byName = SingletonSupplier.of(AuditedActions::find);

    /** Returns all actions, by name. */
    public List<DescribedAction> all() {
        return List.copyOf(byName.get().values());
    }

    /** Returns what is said of an action; nothing where an earlier portal recorded it, which this one no longer knows. */
    public Optional<DescribedAction> get(String name) {
        return Optional.ofNullable(byName.get().get(name));
    }

    /** Returns an action's readable name, which is the stable one where nothing is said of it. */
    public String label(String name) {
        return get(name).map(DescribedAction::label).orElse(name);
    }

    private static Map<String, DescribedAction> find() {
        Map<String, DescribedAction> found = new TreeMap<>();
        new Declarations()
                .findCandidateComponents(MODULES).stream()
                        .map(declared -> declared(String.valueOf(declared.getBeanClassName())))
                        .flatMap(type -> DescribedAction.of(type).stream())
                        .forEach(action -> found.merge(action.name(), action, AuditedActions::same));
        return found;
    }

    private static Class<?> declared(String name) {
        return ClassUtils.resolveClassName(name, AuditedActions.class.getClassLoader());
    }

    private static DescribedAction same(DescribedAction one, DescribedAction other) {
        throw new IllegalStateException(
                one.name() + " is said twice to mean something: " + one.label() + ", " + other.label());
    }

    /** Finds types that say what they are recorded as, whatever else they are. */
    private static final class Declarations extends ClassPathScanningCandidateComponentProvider {

        private Declarations() {
            super(false);
            addIncludeFilter(new AnnotationTypeFilter(AuditedAs.class, false));
            addIncludeFilter(new AnnotationTypeFilter(AuditedAs.Several.class, false));
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition type) {
            return true;
        }
    }
}
