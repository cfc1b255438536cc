package org.deviceoffboarding.inventory.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.ListGoneException;
import org.deviceoffboarding.base.listing.ListedRows;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the listed devices of a copy to their end, in the order of the list: few at once, many part by part off the order's
 * index, each part behind the last device of the one before. A device that the portal changes meanwhile is met where it stood
 * when the first part was read, as it is now.
 */
@Component
public class DeviceExports {

    private static final int AT_ONCE = 2_000;

    private static final String UNDEFINED_TABLE = "42P01";

    /** Table, conditions, column, place, order. */
    private static final String PART = """
            with moved as materialized (
                    select distinct on (object_id) * from relisted_device
                    where run_id = :run and not pg_visible_in_snapshot(relisted_by, cast(:snapshot as pg_snapshot))
                    order by object_id, id),
                part as (
                    (select e.object_id, e.name_key, e.%3$s as value from %1$s e%2$s%4$s
                        and e.object_id <> all (array(select object_id from moved))
                     order by %5$s limit :limit)
                    union all
                    (select e.object_id, e.name_key, e.%3$s as value from moved e
                     where e.object_id in (
                        select e.object_id from %1$s e%2$s and e.object_id = any (array(select object_id from moved)))%4$s))
            select e.*, place.name_key as place_key, place.value as place_value
            from (select * from part place order by %6$s limit :limit) place join %1$s e using (object_id)
            order by %6$s
            """;

    private static final List<String> PLACE = List.of("value", "name_key", "object_id");

    private final JdbcClient jdbc;
    private final DeviceRepository devices;
    private final int atOnce;

    private record Placed(DeviceRow row, DeviceExport.Place place) {}

    @Autowired
    DeviceExports(JdbcClient jdbc, DeviceRepository devices) {
        this(jdbc, devices, AT_ONCE);
    }

    /** @param atOnce how many come in each part; what comes does not depend on it */
    DeviceExports(JdbcClient jdbc, DeviceRepository devices, int atOnce) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.atOnce = atOnce;
    }

    /** Returns the first part of the devices of a copy that match. In a transaction that sees one moment. */
    public ExportPage<DeviceExport, DeviceRow> first(long runId, DeviceFilter filter, Sort sort) {
        String snapshot = jdbc.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single();
        ListedRows matching = devices.listed(runId, filter, "");
        DeviceOrder order = DeviceOrder.of(sort);
        DeviceExport export = new DeviceExport(runId, filter, order, matching, snapshot, null);
        if (!filter.equals(DeviceFilter.NONE)) {
            List<DeviceRow> rows = devices.few(matching, order.rows(filter));
            if (rows != null) {
                return ExportPage.whole(export, rows);
            }
        }
        return part(export);
    }

    /**
     * Returns the part that follows another one. In a transaction that sees one moment.
     *
     * @throws ListGoneException if the copy is gone
     */
    public ExportPage<DeviceExport, DeviceRow> next(ExportPage<DeviceExport, DeviceRow> before) {
        try {
            return part(before.of());
        } catch (BadSqlGrammarException e) {
            if (e.getRootCause() instanceof SQLException fault && UNDEFINED_TABLE.equals(fault.getSQLState())) {
                throw gone();
            }
            throw e;
        }
    }

    /** What is said where the copy of an export is gone. */
    public static ListGoneException gone() {
        return new ListGoneException(
                "Two runs have ended since it began, and the devices that it listed are no longer kept. Download it again.");
    }

    private ExportPage<DeviceExport, DeviceRow> part(DeviceExport export) {
        DeviceOrder order = export.order;
        List<Placed> found = new ArrayList<>();
        DeviceExport.Place last = export.last;
        if (!order.mayBeBlank()) {
            found.addAll(read(export, "", true, last, atOnce));
        } else {
            boolean known = last == null ? !order.isBlankFor(export.filter) : last.value() != null;
            if (known) {
                found.addAll(read(export, order.rows(export.filter).known(), true, last, atOnce));
            }
            if (found.size() < atOnce) {
                found.addAll(read(
                        export, order.rows(export.filter).blank(), false, known ? null : last, atOnce - found.size()));
            }
        }
        List<DeviceRow> rows = found.stream().map(Placed::row).toList();
        return found.size() < atOnce
                ? ExportPage.whole(export, rows)
                : new ExportPage<>(export.behind(found.getLast().place()), rows, true);
    }

    private List<Placed> read(
            DeviceExport export, String besides, boolean known, DeviceExport.@Nullable Place last, int limit) {
        DeviceOrder order = export.order;
        List<String> keys = order.keys(known);
        String place = besides + (last == null ? "" : order.behind(keys));
        String sql = PART.formatted(
                export.devices.table(),
                export.devices.where(),
                order.column(),
                place,
                order.by("e", keys),
                order.by("place", PLACE));
        var statement = jdbc.sql(sql)
                .params(export.devices.parameters())
                .param("snapshot", export.snapshot)
                .param("limit", limit);
        if (last != null) {
            statement = statement
                    .param("value", last.value())
                    .param("nameKey", last.nameKey())
                    .param("objectId", last.objectId());
        }
        return statement.query(DeviceExports::toPlaced).list();
    }

    private static Placed toPlaced(ResultSet row, int number) throws SQLException {
        Object value = row.getObject("place_value");
        return new Placed(
                DeviceRepository.toRow(row, number),
                new DeviceExport.Place(
                        value instanceof Timestamp at ? at.toInstant().atOffset(ZoneOffset.UTC) : value,
                        row.getString("place_key"),
                        row.getObject("object_id", UUID.class)));
    }
}
