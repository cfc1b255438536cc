package org.deviceoffboarding.audit;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.base.Labelled;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * What pages call the constants that entries keep by their names. Only of fields that hold nothing else, by {@link AuditedValues}: what a
 * person wrote is never taken for one.
 */
@Component
public class AuditedWords {

    /** In what a list was narrowed by, what people typed. */
    private static final Set<String> TYPED = Set.of("text", "device", "subject");

    private static final String ACTION = "action";

    private final AuditedActions actions;
    private final Supplier<Map<String, String>> ofAny = SingletonSupplier.of(AuditedWords::findAll);

    AuditedWords(AuditedActions actions) {
        this.actions = actions;
    }

    /**
     * Returns the words for what an entry's details hold, by the name of the field and how it is stored there. What has no word, such as
     * since an earlier portal stored it, is not among them.
     *
     * @param details as {@link AuditDetails#values()}
     */
    public Map<String, Map<String, String>> of(String action, Map<String, ? extends @Nullable Object> details) {
        Map<String, Map<String, String>> words = new TreeMap<>();
        actions.get(action).map(DescribedAction::values).orElse(Map.of()).forEach((field, type) -> {
            Map<String, String> found = new TreeMap<>();
            Stream.of(
                            details.get(field),
                            inside(details.get(AuditDetails.BEFORE), field),
                            inside(details.get(AuditDetails.AFTER), field))
                    .forEach(value -> find(value, type, found));
            if (!found.isEmpty()) {
                words.put(field, found);
            }
        });
        return words;
    }

    private static @Nullable Object inside(@Nullable Object changes, String field) {
        return changes instanceof Map<?, ?> named ? named.get(field) : null;
    }

    private void find(@Nullable Object value, Class<?> type, Map<String, String> found) {
        switch (value) {
            case String text -> word(text, type).ifPresent(word -> found.put(text, word));
            case Collection<?> several -> several.forEach(each -> find(each, type, found));
            case Map<?, ?> named -> named.forEach((name, each) -> find((String) name, each, type, found));
            case null, default -> {}
        }
    }

    private void find(String name, @Nullable Object value, Class<?> type, Map<String, String> found) {
        if (type != Labelled.class) {
            find(name, type, found);
            find(value, type, found);
        } else if (name.equals(ACTION) && value instanceof String action) {
            actions.get(action).ifPresent(known -> found.put(action, known.label()));
        } else if (!TYPED.contains(name)) {
            find(value, type, found);
        }
    }

    private Optional<String> word(String stored, Class<?> type) {
        if (type == Labelled.class) {
            return Optional.ofNullable(ofAny.get().get(stored));
        }
        return type == Duration.class ? duration(stored) : ofConstant(stored, type);
    }

    private static Optional<String> ofConstant(String stored, Class<?> type) {
        return constants(type)
                .filter(constant -> constant.name().equals(stored))
                .findFirst()
                .map(AuditedWords::label);
    }

    private static Optional<String> duration(String stored) {
        try {
            Duration duration = Duration.parse(stored).plusMillis(999); // so that no rest is left out
            return Optional.of(Stream.of(
                            part(duration.toHours(), "h"),
                            part(duration.toMinutesPart(), "min"),
                            part(duration.toSecondsPart(), "s"))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining(" "), words -> words.isEmpty() ? "0 s" : words)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit;
    }

    private static Stream<Enum<?>> constants(Class<?> type) {
        Object[] constants = type.getEnumConstants();
        return constants == null ? Stream.empty() : Stream.of(constants).map(constant -> (Enum<?>) constant);
    }

    private static String label(Enum<?> constant) {
        return ((Labelled) constant).label();
    }

    /** Where several enums have a constant of one name, the shortest word counts: it says the least. */
    private static Map<String, String> findAll() {
        Map<String, String> words = new HashMap<>();
        labelled()
                .forEach(constant -> words.merge(
                        constant.name(),
                        label(constant),
                        BinaryOperator.minBy(
                                Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))));
        return words;
    }

    private static List<Enum<?>> labelled() {
        LabelledTypes types = new LabelledTypes();
        return types.findCandidateComponents(AuditedActions.MODULES).stream()
                .map(type -> ClassUtils.resolveClassName(
                        String.valueOf(type.getBeanClassName()), AuditedWords.class.getClassLoader()))
                .distinct()
                .<Enum<?>>flatMap(AuditedWords::constants)
                .toList();
    }

    /** Finds enums, whatever else they are. */
    private static final class LabelledTypes extends ClassPathScanningCandidateComponentProvider {

        private LabelledTypes() {
            super(false);
            addIncludeFilter(new AssignableTypeFilter(Labelled.class));
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition type) {
            return true;
        }
    }
}
