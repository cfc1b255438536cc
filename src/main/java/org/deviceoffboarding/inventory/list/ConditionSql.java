package org.deviceoffboarding.inventory.list;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;

/**
 * A {@link DeviceCondition} as PostgreSQL evaluates it on a row {@code e}: true, or else anything. "Not" is moved to where it says
 * least and made definite there, so that what is not known never decides, indexes serve, and what features pick stays something to
 * join with.
 */
final class ConditionSql {

    /** Says of one column whether there is something: never unknown, and an index serves either way. */
    private static final Pattern NULLNESS = Pattern.compile("(e\\.\\w+ is )(not )?null");

    private static final Pattern MATCHED = Pattern.compile(" (like|~|&&) ");
    private static final Pattern VALUE = Pattern.compile("\\{}");
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");

    private final Map<String, Object> parameters = new HashMap<>();
    private final String sql;

    private ConditionSql(DeviceCondition condition) {
        this.sql = write(condition, true);
    }

    static ConditionSql of(DeviceCondition condition) {
        return new ConditionSql(condition);
    }

    String sql() {
        return sql;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** @param holds whether it is to hold, rather than not */
    private String write(DeviceCondition condition, boolean holds) {
        return switch (condition) {
            case DeviceCondition.All(List<DeviceCondition> parts) -> joined(parts, holds, holds);
            case DeviceCondition.Any(List<DeviceCondition> parts) -> joined(parts, !holds, holds);
            case DeviceCondition.Not(DeviceCondition part) -> write(part, !holds);
            case DeviceCondition.Known known -> holds ? "(" + write(known) + ")" : contrary(known);
            case DeviceCondition.Picked(DeviceSubset devices) -> picked(devices, holds == devices.inside());
        };
    }

    /** What decides without reading texts comes first: the database looks no further then, and in this order where it is an "or". */
    private static int dear(DeviceCondition condition) {
        return switch (condition) {
            case DeviceCondition.All(List<DeviceCondition> parts) -> dearest(parts);
            case DeviceCondition.Any(List<DeviceCondition> parts) -> dearest(parts);
            case DeviceCondition.Not(DeviceCondition part) -> dear(part);
            case DeviceCondition.Picked _ -> 1;
            case DeviceCondition.Known known -> MATCHED.matcher(known.sql()).find() ? 2 : 0;
        };
    }

    private static int dearest(List<DeviceCondition> parts) {
        return parts.stream().mapToInt(ConditionSql::dear).max().orElse(0);
    }

    private String contrary(DeviceCondition.Known known) {
        Matcher nullness = NULLNESS.matcher(known.sql());
        return nullness.matches()
                ? "(" + nullness.group(1) + (nullness.group(2) == null ? "not null)" : "null)")
                : "(" + write(known) + ") is not true";
    }

    private String joined(List<DeviceCondition> parts, boolean and, boolean holds) {
        if (parts.isEmpty()) {
            return and ? "true" : "false";
        }
        return parts.stream()
                .sorted(Comparator.comparing(ConditionSql::dear))
                .map(part -> write(part, holds))
                .collect(joining(and ? " and " : " or ", "(", ")"));
    }

    private String write(DeviceCondition.Known known) {
        StringBuilder written = new StringBuilder();
        Matcher places = VALUE.matcher(known.sql());
        for (Object value : known.values()) {
            if (!places.find()) {
                throw new IllegalArgumentException("More values than places: " + known.sql());
            }
            places.appendReplacement(written, ":" + add("asked", value));
        }
        return places.appendTail(written).toString();
    }

    /** Never with "in": beside an "or" that compares each device with all that are picked, if these are too many to be hashed. */
    private String picked(DeviceSubset devices, boolean inside) {
        Map<String, String> names = new HashMap<>();
        devices.parameters().forEach((name, value) -> names.put(name, add(name, value)));
        String select = PARAMETER
                .matcher(devices.objectIds())
                .replaceAll(found -> ":" + names.getOrDefault(found.group(1), found.group(1)));
        return (inside ? "" : "not ") + "exists (select from (" + select
                + ") picked where picked.object_id = e.object_id)";
    }

    private String add(String name, Object value) {
        String unique = name + "_" + parameters.size();
        parameters.put(unique, value);
        return unique;
    }
}
