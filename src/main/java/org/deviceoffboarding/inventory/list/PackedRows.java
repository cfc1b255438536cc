package org.deviceoffboarding.inventory.list;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.listing.RowOrder;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.MarkCount;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the devices that meet a condition in one pass over the packed rows of a copy, which may be. What it
 * finds is what {@link DeviceRepository} finds without them.
 */
final class PackedRows {

    private static final String VERSION = "e.version_key";

    /** A copy has some thousands at most; where it has more, they are looked up like texts that differ from device to device. */
    private static final int MOST_VERSIONS = 5_000;

    /** One step in the index for each version, rather than one for each device. */
    private static final String VERSIONS = """
            with recursive each (version) as (
                (select version from %1$s where version is not null order by version limit 1)
                union all
                select (select next.version from %1$s next where next.version > each.version order by next.version limit 1)
                from each where each.version is not null)
            select version, coalesce(%2$s, false) as fits
            from (select version, version_key(version) as version_key from each where version is not null limit %3$d) e
            """;

    /** Looked up one by one, these take a tenth of the time that a pass takes. */
    private static final String FIRST = """
            (select packed.* from (select e.object_id from %1$s e%2$s limit 2000) first
                join %3$s packed on packed.object_id = first.object_id)""";

    private final JdbcClient jdbc;
    private final RowMapper<DeviceRow> mapper;

    /** @param mapper of listed devices */
    PackedRows(JdbcClient jdbc, RowMapper<DeviceRow> mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    /** Returns whether a copy is packed: not if a portal of a version before made it. */
    boolean has(long runId) {
        return jdbc.sql("select exists (select from pg_class where oid = to_regclass(:table) and relispartition)")
                .param("table", table(runId))
                .query(Boolean.class)
                .single();
    }

    /** Counts the devices that meet each condition. */
    List<Long> counts(long runId, List<DeviceCondition> conditions) {
        ConditionSql where = ConditionSql.packed(versions(runId, conditions), CopyTables.of(CopyTables.LISTED, runId));
        String counted = where.all().stream()
                .map(each -> "count(*) filter (where " + each + ")")
                .collect(Collectors.joining(", "));
        return jdbc.sql("select array[" + counted + "] from " + table(runId) + " e" + where.joins())
                .params(where.parameters())
                .param("run", runId)
                .query((row, number) -> List.of((Long[]) row.getArray(1).getArray()))
                .single();
    }

    long count(long runId, DeviceCondition condition) {
        ConditionSql where = where(runId, condition);
        return jdbc.sql("select count(*) from " + table(runId) + " e" + where.joins() + " where " + where.sql())
                .params(where.parameters())
                .param("run", runId)
                .query(Long.class)
                .single();
    }

    /** Counts the devices that meet a condition by their marks. */
    List<MarkCount> marks(long runId, DeviceCondition condition) {
        ConditionSql where = where(runId, condition);
        return jdbc.sql("select e.mark, count(*) as devices from " + table(runId) + " e" + where.joins() + " where "
                        + where.sql() + " group by e.mark")
                .params(where.parameters())
                .param("run", runId)
                .query((row, number) -> new MarkCount(row.getObject("mark", Integer.class), row.getLong("devices")))
                .list();
    }

    /** Returns whether any device meets a condition, of which all is packed; else an index of the list answers sooner. */
    boolean tells(DeviceCondition condition) {
        return condition instanceof DeviceCondition.Known known && PackedColumns.have(known.sql())
                || condition instanceof DeviceCondition.Found found
                        && PackedColumns.have(found.exactly().sql())
                        && !PackedColumns.isRare(found);
    }

    boolean any(long runId, DeviceCondition condition) {
        ConditionSql where = where(runId, condition);
        return jdbc.sql("select exists (select from " + table(runId) + " e" + where.joins() + " where " + where.sql()
                        + ")")
                .params(where.parameters())
                .param("run", runId)
                .query(Boolean.class)
                .single();
    }

    /**
     * Returns a page of devices; the columns of the order are packed, and so many rows before its end can be sorted. Where many devices meet
     * the condition, a page of them is among the first of all.
     */
    List<DeviceRow> page(long runId, DeviceCondition condition, RowOrder order, int limit, long offset) {
        ConditionSql where = where(runId, condition);
        if (order.isAsInIndex(false)) {
            List<DeviceRow> found = page(
                    runId,
                    FIRST.formatted(CopyTables.of(CopyTables.LISTED, runId), order.clause(), table(runId)),
                    where,
                    order,
                    limit,
                    offset);
            if (found.size() == limit) {
                return found;
            }
        }
        return page(runId, table(runId), where, order, limit, offset);
    }

    private List<DeviceRow> page(long runId, String rows, ConditionSql where, RowOrder order, int limit, long offset) {
        return jdbc.sql("""
                select w.* from (select %1$s from %2$s e%6$s where %3$s%4$s limit :limit offset :offset) e
                    join %5$s w on w.object_id = e.object_id%4$s
                """.formatted(
                                order.columns(),
                                rows,
                                where.sql(),
                                order.clauseWithBlanksLast(),
                                CopyTables.of(CopyTables.LISTED, runId),
                                where.joins()))
                .params(where.parameters())
                .param("run", runId)
                .param("limit", limit)
                .param("offset", offset)
                .query(mapper)
                .list();
    }

    /** Returns a condition on a packed row {@code e}, with {@code :run}. */
    ConditionSql where(long runId, DeviceCondition condition) {
        return ConditionSql.packed(List.of(versions(runId, condition)), CopyTables.of(CopyTables.LISTED, runId));
    }

    static String table(long runId) {
        return CopyTables.of(CopyTables.PACKED, runId);
    }

    /** Versions are compared as numbers once each, rather than for each device. */
    private DeviceCondition versions(long runId, DeviceCondition condition) {
        return switch (condition) {
            case DeviceCondition.All(List<DeviceCondition> parts) -> new DeviceCondition.All(versions(runId, parts));
            case DeviceCondition.Any(List<DeviceCondition> parts) -> new DeviceCondition.Any(versions(runId, parts));
            case DeviceCondition.Not(DeviceCondition part) -> new DeviceCondition.Not(versions(runId, part));
            case DeviceCondition.Known known when known.sql().contains(VERSION) -> compared(runId, known);
            default -> condition;
        };
    }

    private List<DeviceCondition> versions(long runId, List<DeviceCondition> parts) {
        return parts.stream().map(part -> versions(runId, part)).toList();
    }

    private DeviceCondition compared(long runId, DeviceCondition.Known known) {
        ConditionSql fits = ConditionSql.of(known);
        List<String> fitting = new ArrayList<>();
        int[] all = new int[1];
        jdbc.sql(VERSIONS.formatted(table(runId), fits.sql(), MOST_VERSIONS + 1))
                .params(fits.parameters())
                .query(row -> {
                    all[0]++;
                    if (row.getBoolean("fits")) {
                        fitting.add(row.getString("version"));
                    }
                });
        return all[0] > MOST_VERSIONS
                ? known
                : new DeviceCondition.Known(
                        "lower(e.version) = any(cast({} as text[]))", List.of((Object) fitting.toArray(String[]::new)));
    }
}
