package org.deviceoffboarding.inventory.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.listing.IndexedRows;
import org.deviceoffboarding.base.listing.ListedRows;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.base.listing.RowOrder;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds devices for lists. Reads a copy's own table, since then an index alone answers for what is passed over. */
@Component
public class DeviceRepository {

    private final JdbcClient jdbc;
    private final int few;
    private final IndexedRows<DeviceRow> rows;
    private final PackedRows packed;

    @Autowired
    DeviceRepository(JdbcClient jdbc) {
        this(jdbc, IndexedRows.FEW);
    }

    /** @param few how many are sorted at most; what is found does not depend on it */
    DeviceRepository(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.packed = new PackedRows(jdbc, DeviceRepository::toRow);
        this.few = few;
        this.rows = new IndexedRows<>(jdbc, few, DeviceRepository::toRow);
    }

    /** Returns devices in an order, see {@link org.deviceoffboarding.inventory.DeviceService#find}. */
    public List<DeviceRow> find(long runId, DeviceFilter filter, Pageable page) {
        DeviceOrder order = DeviceOrder.of(page.getSort());
        RowOrder packedOrder = order.rows(filter);
        if (page.getOffset() + page.getPageSize() <= few
                && PackedColumns.areOrdered(packedOrder.all())
                && arePacked(runId, filter)) {
            return packed.page(runId, condition(filter), packedOrder, page.getPageSize(), page.getOffset());
        }
        return rows.page(listed(runId, filter, order.blankFor(filter)), order.rows(filter), page);
    }

    /** Returns the object IDs of those that match, by name, at most so many. */
    public List<UUID> ids(long runId, DeviceFilter filter, int most) {
        return rows.keys(
                listed(runId, filter, ""), DeviceOrder.of(Sort.unsorted()).rows(filter), most);
    }

    /** Returns all that match, in order; null where more than a few do. */
    @Nullable
    List<DeviceRow> few(ListedRows devices, RowOrder order) {
        return rows.few(devices, order, few, 0);
    }

    /** Returns the devices that have each of these IDs. */
    public Map<UUID, List<DeviceRow>> withAnyId(long runId, Collection<UUID> ids) {
        Map<UUID, List<DeviceRow>> devices = new HashMap<>();
        jdbc.sql(
                        "select named.id as asked, e.* from (" + DeviceConditions.BY_IDS
                                + ") named join listed_device e using (object_id) where e.run_id = :run order by e.name_key, object_id")
                .param("run", runId)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    devices.computeIfAbsent(row.getObject("asked", UUID.class), id -> new ArrayList<>(1))
                            .add(toRow(row, row.getRow()));
                });
        return devices;
    }

    /** Returns the names of these devices by object ID. */
    public Map<UUID, String> names(long runId, Collection<UUID> objectIds) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql("select object_id, name from listed_device where run_id = :run and object_id = any(:ids)")
                .param("run", runId)
                .param("ids", objectIds.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("object_id", UUID.class), row.getString("name"));
                });
        return names;
    }

    /** Returns whether all that a filter asks for is a condition, on a copy that is packed. */
    private boolean arePacked(long runId, DeviceFilter filter) {
        return filter.condition() != null && filter.equals(DeviceFilter.of(filter.condition())) && packed.has(runId);
    }

    private static DeviceCondition condition(DeviceFilter filter) {
        return filter.condition() == null ? DeviceCondition.ALL : filter.condition();
    }

    /** Counts those that match, however many they are. */
    public long count(long runId, DeviceFilter filter) {
        return arePacked(runId, filter)
                ? packed.count(runId, condition(filter))
                : rows.countAll(listed(runId, filter, ""));
    }

    /** Counts those that match, if they are not too many. */
    public RowCount roughly(long runId, DeviceFilter filter) {
        return arePacked(runId, filter)
                ? RowCount.exactly(packed.count(runId, condition(filter)))
                : rows.count(listed(runId, filter, ""));
    }

    /**
     * What begins with the text is meant, and only where nothing does what has it anywhere.
     *
     * @param besides another condition, with a space in front
     */
    ListedRows listed(long runId, DeviceFilter filter, String besides) {
        DeviceText text = DeviceText.of(filter.text());
        if (text.isEmpty() || text.isId()) {
            return listed(runId, filter, text, besides, !filter.equals(DeviceFilter.NONE));
        }
        int beginning = beginning(runId, filter, text);
        boolean alone = filter.equals(DeviceFilter.text(filter.text()));
        return listed(runId, filter, beginning > 0 ? text : text.anywhere(), besides, !alone || beginning <= few);
    }

    /**
     * Counts some of those with something that begins with the text. Counting some lets the planner take the index of texts,
     * where it would rather look for the first one in the table.
     */
    private int beginning(long runId, DeviceFilter filter, DeviceText text) {
        ListedRows beginnings = listed(runId, DeviceFilter.text(filter.text()), text, "", true);
        return jdbc.sql("select count(*) from (select from %s e%s limit %d) beginning"
                        .formatted(beginnings.table(), beginnings.where(), IndexedRows.FEW + 1))
                .params(beginnings.parameters())
                .query(Integer.class)
                .single();
    }

    /** @param perhapsFew whether it is worth while to look whether few match */
    private ListedRows listed(long runId, DeviceFilter filter, DeviceText text, String besides, boolean perhapsFew) {
        String table = CopyTables.of(CopyTables.LISTED, runId);
        return new ListedRows(
                table,
                "object_id",
                table + " w on w.object_id = e.object_id",
                DeviceConditions.where(filter, text) + besides,
                DeviceConditions.parameters(runId, filter, text),
                perhapsFew,
                filter.equals(DeviceFilter.NONE) ? total(runId) : OptionalLong.empty());
    }

    /** Returns how many devices a copy lists, which is kept, see {@link ListedDevices}. */
    private OptionalLong total(long runId) {
        return jdbc.sql("select sum(devices) as devices from listed_total where run_id = :run having count(*) > 0")
                .param("run", runId)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    static DeviceRow toRow(ResultSet row, int number) throws SQLException {
        UUID intuneId = row.getObject("intune_id", UUID.class);
        return new DeviceRow(
                row.getObject("object_id", UUID.class),
                row.getObject("device_id", UUID.class),
                intuneId,
                row.getString("name"),
                Platform.valueOf(row.getString("platform")),
                Ownership.valueOf(row.getString("ownership_kind")),
                row.getString("trust_type"),
                row.getObject("enabled", Boolean.class),
                row.getString("serial_number"),
                row.getString("user_name"),
                Sql.instantOrNull(row, "last_sign_in"),
                Sql.instantOrNull(row, "last_sync"),
                intuneId != null);
    }
}
