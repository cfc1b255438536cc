package org.deviceoffboarding.inventory.list;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.jspecify.annotations.Nullable;

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

    /** What is looked up beside packed rows: each set of devices once, and what it is called. */
    private final Map<DeviceCondition, String> lookedUp = new HashMap<>();

    private final StringBuilder joins = new StringBuilder();
    private final String listed;
    private final List<String> conditions;

    private ConditionSql(List<DeviceCondition> conditions, Row row, String listed) {
        this.listed = listed;
        this.conditions =
                conditions.stream().map(each -> write(each, true, row)).toList();
    }

    static ConditionSql of(DeviceCondition condition) {
        return new ConditionSql(List.of(condition), Row.LISTED, "");
    }

    /**
     * Returns conditions on a packed row {@code e}, see {@link PackedColumns}.
     *
     * @param listed where what is not packed is looked up
     */
    static ConditionSql packed(List<DeviceCondition> conditions, String listed) {
        return new ConditionSql(conditions, Row.PACKED, listed);
    }

    /** Returns the only condition. */
    String sql() {
        return conditions.getFirst();
    }

    /** Returns the conditions in their order. */
    List<String> all() {
        return conditions;
    }

    /** Returns what is to be joined with packed rows, with a space in front: at most one row for each. */
    String joins() {
        return joins.toString();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** @param holds whether it is to hold, rather than not */
    private String write(DeviceCondition condition, boolean holds, Row row) {
        if (row == Row.PACKED && PackedColumns.lack(condition)) {
            return lookedUp(
                    condition,
                    () -> "select e.object_id from " + listed + " e where " + write(condition, true, Row.LISTED),
                    holds);
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
            case DeviceCondition.Picked(DeviceSubset devices) ->
                row == Row.PACKED
                        ? beside(devices, holds == devices.inside())
                        : picked(select(devices), holds == devices.inside());
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

    private String beside(DeviceSubset devices, boolean inside) {
        return devices.marked().isEmpty()
                ? lookedUp(
                        new DeviceCondition.Picked(new DeviceSubset(true, devices.objectIds(), devices.parameters())),
                        () -> "select distinct object_id from (" + select(devices) + ") all_picked",
                        inside)
                : (inside ? "(" : "not (") + devices.marked() + ")";
    }

    /** A join is met by several processes and stays one, however many devices are picked. */
    private String lookedUp(DeviceCondition devices, Supplier<String> select, boolean inside) {
        @Nullable String name = lookedUp.get(devices);
        if (name == null) {
            name = "beside_" + lookedUp.size();
            lookedUp.put(devices, name);
            joins.append(" left join (")
                    .append(select.get())
                    .append(") ")
                    .append(name)
                    .append(" on ")
                    .append(name)
                    .append(".object_id = e.object_id");
        }
        return "(" + name + ".object_id is " + (inside ? "not " : "") + "null)";
    }

    private String select(DeviceSubset devices) {
        Map<String, String> names = new HashMap<>();
        devices.parameters().forEach((name, value) -> names.put(name, add(name, value)));
        return PARAMETER
                .matcher(devices.objectIds())
                .replaceAll(found -> ":" + names.getOrDefault(found.group(1), found.group(1)));
    }

    /** Never with "in": beside an "or" that compares each device with all that are picked, if these are too many to be hashed. */
    private static String picked(String select, boolean inside) {
        return (inside ? "" : "not ") + "exists (select from (" + select
                + ") picked where picked.object_id = e.object_id)";
    }

    private String add(String name, Object value) {
        String unique = name + "_" + parameters.size();
        parameters.put(unique, value);
        return unique;
    }
}
