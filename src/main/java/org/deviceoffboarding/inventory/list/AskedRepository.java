package org.deviceoffboarding.inventory.list;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.listing.RowOrder;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.criterion.AskedGrouping;
import org.deviceoffboarding.inventory.criterion.AskedOrder;
import org.deviceoffboarding.inventory.criterion.AskedText;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.inventory.criterion.GroupCount;
import org.deviceoffboarding.inventory.criterion.MarkCount;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers questions about the listed devices of one copy, or of two. */
@Component
public class AskedRepository {

    private static final List<String> TIES = List.of("name_key", "object_id");

    private final JdbcClient jdbc;
    private final DeviceRepository devices;
    private final PackedRows packed;

    AskedRepository(JdbcClient jdbc, DeviceRepository devices) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.packed = new PackedRows(jdbc, DeviceRepository::toRow);
    }

    /** Returns a select of the object IDs of the devices that meet a condition, for other modules to narrow what is theirs by; of this run wherever it is used. */
    public DeviceSubset subset(long runId, DeviceCondition condition) {
        boolean arePacked = packed.has(runId);
        ConditionSql where = arePacked ? packed.where(runId, condition) : ConditionSql.of(condition);
        return new DeviceSubset(
                true,
                ("select e.object_id from " + (arePacked ? PackedRows.table(runId) : table(runId)) + " e"
                                + where.joins() + " where " + where.sql())
                        .replaceAll("(?<!:):run\\b", Long.toString(runId)),
                where.parameters());
    }

    /** Counts devices. */
    public long count(long runId, DeviceCondition condition) {
        return devices.count(
                runId, condition.equals(DeviceCondition.ALL) ? DeviceFilter.NONE : DeviceFilter.of(condition));
    }

    /** Counts the devices that meet each condition. */
    public List<Long> counts(long runId, List<DeviceCondition> conditions) {
        return !conditions.isEmpty() && packed.has(runId)
                ? packed.counts(runId, conditions)
                : conditions.stream().map(condition -> count(runId, condition)).toList();
    }

    /** Counts devices by what the result says of them; nothing where the copy does not know that. */
    public Optional<List<MarkCount>> marks(long runId, DeviceCondition condition) {
        return packed.has(runId) ? Optional.of(packed.marks(runId, condition)) : Optional.empty();
    }

    /** Returns whether there is such a device. */
    public boolean any(long runId, DeviceCondition condition) {
        if (condition instanceof DeviceCondition.Any(List<DeviceCondition> parts)) {
            return parts.stream().anyMatch(part -> any(runId, part)); // an index finds each
        }
        if (packed.tells(condition) && packed.has(runId)) {
            return packed.any(runId, condition);
        }
        ConditionSql where = ConditionSql.of(condition);
        return jdbc.sql("select exists (select from " + table(runId) + " e where " + where.sql() + ")")
                .params(parameters(runId, where))
                .query(Boolean.class)
                .single();
    }

    /** Returns devices in an order, at most so many. */
    public List<DeviceRow> first(long runId, DeviceCondition condition, AskedOrder by, boolean ascending, int most) {
        RowOrder order = new RowOrder(by.column(), by.blanks(), TIES, ascending);
        if (PackedColumns.areOrdered(order.all()) && packed.has(runId)) {
            return packed.page(runId, condition, order, most, 0);
        }
        ConditionSql where = ConditionSql.of(condition);
        return jdbc.sql("select e.* from %s e where %s%s limit :most"
                        .formatted(table(runId), where.sql(), order.clauseWithBlanksLast()))
                .params(parameters(runId, where))
                .param("most", most)
                .query(DeviceRepository::toRow)
                .list();
    }

    /** Counts devices apart, the largest groups first, at most so many. */
    public List<GroupCount> groups(long runId, DeviceCondition condition, List<AskedGrouping> groupings, int most) {
        boolean arePacked = groupings.stream().allMatch(AskedRepository::isPacked) && packed.has(runId);
        ConditionSql where = arePacked ? packed.where(runId, condition) : ConditionSql.of(condition);
        List<String> values = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<String> joined = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < groupings.size(); i++) {
            AskedGrouping grouping = groupings.get(i);
            String key = (arePacked ? PackedColumns.of(grouping.value()) : grouping.value())
                    .replace("picked.", "picked_" + i + ".");
            keys.add(key);
            values.add((grouping.shown().isEmpty() ? key : grouping.shown()) + " as value_" + i);
            joined.add(grouping.joined().replace(") picked on picked.", ") picked_" + i + " on picked_" + i + "."));
            names.add("value_" + i);
        }
        return jdbc.sql(
                        "select %1$s, count(*) as devices from %2$s e%7$s%3$s where %4$s group by %5$s order by devices desc, %6$s limit :most"
                                .formatted(
                                        String.join(", ", values),
                                        arePacked ? PackedRows.table(runId) : table(runId),
                                        String.join("", joined),
                                        where.sql(),
                                        String.join(", ", keys),
                                        String.join(", ", names),
                                        where.joins()))
                .params(parameters(runId, where))
                .param("most", most)
                .query((row, number) -> {
                    List<@Nullable String> group = new ArrayList<>();
                    for (String name : names) {
                        group.add(row.getString(name));
                    }
                    return new GroupCount(group, row.getLong("devices"));
                })
                .list();
    }

    private static boolean isPacked(AskedGrouping grouping) {
        return PackedColumns.have(grouping.value())
                && PackedColumns.have(grouping.joined())
                && grouping.shown().isEmpty();
    }

    /** Counts the devices of one copy that meet a condition there, and did not meet one in another copy, or were not in it. */
    public long countOnly(long runId, DeviceCondition condition, long otherRun, DeviceCondition other) {
        return jdbc.sql("select count(*) from " + only(runId, otherRun).formatted(sql(condition), sqlOfOther(other)))
                .params(both(runId, condition, otherRun, other))
                .query(Long.class)
                .single();
    }

    /** Returns these devices by name, at most so many. */
    public List<DeviceRow> only(long runId, DeviceCondition condition, long otherRun, DeviceCondition other, int most) {
        return jdbc.sql("select e.* from " + only(runId, otherRun).formatted(sql(condition), sqlOfOther(other))
                        + " order by e.name_key, e.object_id limit :most")
                .params(both(runId, condition, otherRun, other))
                .param("most", most)
                .query(DeviceRepository::toRow)
                .list();
    }

    private static String only(long runId, long otherRun) {
        return table(runId) + " e where %s and not exists (select from (select e.object_id from " + table(otherRun)
                + " e where %s) other where other.object_id = e.object_id)";
    }

    private static String sql(DeviceCondition condition) {
        return ConditionSql.of(condition).sql();
    }

    /** The names of its parameters are others. */
    private static String sqlOfOther(DeviceCondition other) {
        return ConditionSql.of(other).sql().replaceAll("(?<!:):(\\w+)", ":other_$1");
    }

    private static Map<String, Object> both(
            long runId, DeviceCondition condition, long otherRun, DeviceCondition other) {
        Map<String, Object> parameters = parameters(runId, ConditionSql.of(condition));
        parameters(otherRun, ConditionSql.of(other)).forEach((name, value) -> parameters.put("other_" + name, value));
        return parameters;
    }

    private static Map<String, Object> parameters(long runId, ConditionSql where) {
        Map<String, Object> parameters = new HashMap<>(where.parameters());
        parameters.put("run", runId);
        return parameters;
    }

    /** Returns the devices with a name, or a serial number, which is this; case does not count. */
    public List<UUID> named(long runId, String name, int most) {
        return jdbc.sql("""
                select object_id from (
                    (select object_id, name_key from %1$s where name_key = lower(:name) order by name_key, object_id limit :most)
                    union
                    (select object_id, name_key from %1$s where serial_key = lower(:name) order by name_key, object_id limit :most)
                    union
                    (select object_id, name_key from %1$s
                     where other_names like lower(:line) order by name_key, object_id limit :most)) named
                order by name_key, object_id limit :most
                """.formatted(table(runId)))
                .param("name", name)
                .param("line", "%\n" + escaped(name) + "\n%")
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Returns texts of the copy that are nearly this one, the nearest first. */
    public List<String> near(long runId, AskedText sort, String text, int most) {
        jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', '0.3', true)")
                .query(String.class)
                .single();
        return jdbc.sql("""
                select %2$s from (
                    select distinct %2$s from %1$s where search_text %%> lower(:text) and %2$s is not null limit 5000) known
                where word_similarity(lower(:text), lower(%2$s)) > 0.3 or similarity(lower(:text), lower(%2$s)) > 0.3
                order by similarity(lower(:text), lower(%2$s)) desc, %2$s limit :most
                """.formatted(table(runId), sort.column()))
                .param("text", text)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Returns texts of the copy that begin so, in their order. */
    public List<String> beginning(long runId, AskedText sort, String beginning, int most) {
        return jdbc.sql(
                        "select distinct on (%2$s) %3$s from %1$s where %2$s like lower(:pattern) order by %2$s limit :most"
                                .formatted(table(runId), sort.key(), sort.column()))
                .param("pattern", escaped(beginning) + "%")
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static String table(long runId) {
        return CopyTables.of(CopyTables.LISTED, runId);
    }
}
