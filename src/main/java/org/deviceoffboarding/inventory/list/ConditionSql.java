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

    /** What a condition is evaluated on. */
    private enum Row {
        LISTED,
        PACKED
    }

    private final Map<String, Object> parameters = new HashMap<>();
    private final String prefix;
    private final String listed;
    private final String sql;

    private ConditionSql(DeviceCondition condition, Row row, String listed, String prefix) {
        this.listed = listed;
        this.prefix = prefix;
        this.sql = write(condition, true, row);
    }

    static ConditionSql of(DeviceCondition condition) {
        return new ConditionSql(condition, Row.LISTED, "", "");
    }

    /**
     * Returns a condition on a packed row {@code e}, see {@link PackedColumns}.
     *
     * @param listed where what is not packed is looked up
     * @param prefix what the names of its parameters begin with
     */
    static ConditionSql packed(DeviceCondition condition, String listed, String prefix) {
        return new ConditionSql(condition, Row.PACKED, listed, prefix);
    }

    String sql() {
        return sql;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** @param holds whether it is to hold, rather than not */
    private String write(DeviceCondition condition, boolean holds, Row row) {
        if (row == Row.PACKED && PackedColumns.lack(condition)) {
            return picked(
                    "select e.object_id from " + listed + " e where " + write(condition, true, Row.LISTED), holds);
        }
        return switch (condition) {
            case DeviceCondition.All(List<DeviceCondition> parts) -> joined(parts, holds, holds, row);
            case DeviceCondition.Any(List<DeviceCondition> parts) -> joined(parts, !holds, holds, row);
            case DeviceCondition.Not(DeviceCondition part) -> write(part, !holds, row);
            case DeviceCondition.Found(DeviceCondition.Known by, DeviceCondition.Known exactly) ->
                holds && row == Row.LISTED
                        ? "(" + write(by, true, row) + " and " + write(exactly, true, row) + ")"
                        : write(exactly, holds, row);
            case DeviceCondition.Known known ->
                row == Row.PACKED ? PackedColumns.of(known(known, holds)) : known(known, holds);
            case DeviceCondition.Picked(DeviceSubset devices) -> picked(devices, holds == devices.inside(), row);
        };
    }

    private String known(DeviceCondition.Known known, boolean holds) {
        return holds ? "(" + write(known) + ")" : contrary(known);
    }

    /** What decides without reading texts comes first: the database looks no further then, and in this order where it is an "or". */
    private static int dear(DeviceCondition condition) {
        return switch (condition) {
            case DeviceCondition.All(List<DeviceCondition> parts) -> dearest(parts);
            case DeviceCondition.Any(List<DeviceCondition> parts) -> dearest(parts);
            case DeviceCondition.Not(DeviceCondition part) -> dear(part);
            case DeviceCondition.Picked _ -> 1;
            case DeviceCondition.Found _ -> 2;
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

    private String joined(List<DeviceCondition> parts, boolean and, boolean holds, Row row) {
        if (parts.isEmpty()) {
            return and ? "true" : "false";
        }
        return parts.stream()
                .sorted(Comparator.comparing(ConditionSql::dear))
                .map(part -> write(part, holds, row))
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

    private String picked(DeviceSubset devices, boolean inside, Row row) {
        if (row == Row.PACKED && !devices.marked().isEmpty()) {
            return (inside ? "(" : "not (") + devices.marked() + ")";
        }
        Map<String, String> names = new HashMap<>();
        devices.parameters().forEach((name, value) -> names.put(name, add(name, value)));
        return picked(
                PARAMETER
                        .matcher(devices.objectIds())
                        .replaceAll(found -> ":" + names.getOrDefault(found.group(1), found.group(1))),
                inside);
    }

    /** Never with "in": beside an "or" that compares each device with all that are picked, if these are too many to be hashed. */
    private static String picked(String select, boolean inside) {
        return (inside ? "" : "not ") + "exists (select from (" + select
                + ") picked where picked.object_id = e.object_id)";
    }

    private String add(String name, Object value) {
        String unique = prefix + name + "_" + parameters.size();
        parameters.put(unique, value);
        return unique;
    }
}
