package org.deviceoffboarding.audit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an action is called and means, as its {@link AuditedAs} says.
 *
 * @param name the stable name
 * @param label a readable one, such as "Disabled a device"
 * @param details what its entries' details may hold, by name, each with what it is
 * @param changes the same of what was before and is since
 * @param values what fields hold that is no text of people, by name; see {@link AuditedValues}
 */
public record DescribedAction(
        String name,
        String label,
        String meaning,
        Map<String, String> details,
        Map<String, String> changes,
        Map<String, Class<?>> values) {

    private static final String SEPARATOR = ": ";

    /** Returns all that a type may be recorded as. */
    static List<DescribedAction> of(Class<?> type) {
        return Stream.of(type.getAnnotationsByType(AuditedAs.class))
                .map(said -> new DescribedAction(
                        said.name(),
                        said.label(),
                        said.meaning(),
                        fields(type, AuditedFields::details, said.details()),
                        fields(type, AuditedFields::changes, said.changes()),
                        values(type)))
                .toList();
    }

    private static Map<String, Class<?>> values(Class<?> type) {
        Map<String, Class<?>> values = new TreeMap<>();
        Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()))
                .flatMap(each -> Arrays.stream(each.getAnnotationsByType(AuditedValues.class)))
                .forEach(said -> values.putIfAbsent(said.field(), said.of()));
        return values;
    }

    private static Map<String, String> fields(
            Class<?> type, Function<AuditedFields, String[]> common, String[] itsOwn) {
        Map<String, String> fields = new LinkedHashMap<>();
        Stream.concat(
                        Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
                                .<@Nullable AuditedFields>map(each -> each.getAnnotation(AuditedFields.class))
                                .filter(Objects::nonNull)
                                .flatMap(said -> Arrays.stream(common.apply(Objects.requireNonNull(said)))),
                        Arrays.stream(itsOwn))
                .forEach(
                        said -> fields.put(name(said), said.substring(name(said).length() + SEPARATOR.length())));
        return fields;
    }

    private static String name(String said) {
        int separator = said.indexOf(SEPARATOR);
        if (separator < 1) {
            throw new IllegalStateException("Not a name, a colon, a space and what it is: " + said);
        }
        return said.substring(0, separator);
    }
}
