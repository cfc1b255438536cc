package org.deviceoffboarding.inventory.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.inventory.DeviceFilter;
import org.deviceoffboarding.inventory.DeviceRow;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds devices for lists. Few that match are sorted; where many do, an index has them in order. Reads a copy's own table, since
 * then an index alone answers for what is passed over.
 */
@Component
public class DeviceRepository {

    /** So many are sorted faster than they are picked out of an order. */
    private static final int FEW = 20_000;

    private final JdbcClient jdbc;
    private final int few;

    @Autowired
    DeviceRepository(JdbcClient jdbc) {
        this(jdbc, FEW);
    }

    /** @param few how many are sorted at most; what is found does not depend on it */
    DeviceRepository(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.few = few;
    }

    public List<DeviceRow> find(long runId, DeviceFilter filter, Pageable page) {
        SearchedDevices search = search(runId, filter);
        DeviceOrder order = DeviceOrder.of(page.getSort());
        if (!filter.equals(DeviceFilter.NONE)) {
            List<DeviceRow> few = few(search, order, page);
            if (few != null) {
                return few;
            }
        }
        if (order.isBlankFor(filter)) {
            return walk(search, order, order.blank(), page.getPageSize(), page.getOffset());
        }
        return order.beginsWithBlanks()
                ? knownThenBlank(search, order, page)
                : walk(search, order, "", page.getPageSize(), page.getOffset());
    }

    public long count(long runId, DeviceFilter filter) {
        return count(search(runId, filter), "");
    }

    /** Returns a page of those that match, or null where more than a few do. */
    private @Nullable List<DeviceRow> few(SearchedDevices search, DeviceOrder order, Pageable page) {
        List<DeviceRow> rows = new ArrayList<>();
        boolean[] many = new boolean[1];
        search.prepare(jdbc, """
                with matching as materialized (select e.* from %1$s e%2$s limit %3$d + 1),
                    counted as (select count(*) > %3$d as many from matching)
                select counted.many, e.*
                from counted left join lateral (
                    select e.* from matching e where not counted.many%4$s limit :limit offset :offset) e on true%4$s
                """.formatted(search.table(), search.where(), few, order.clauseWithBlanksLast()))
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(row -> {
                    many[0] = row.getBoolean("many");
                    if (row.getObject("object_id") != null) {
                        rows.add(toRow(row, row.getRow()));
                    }
                });
        return many[0] ? null : rows;
    }

    private List<DeviceRow> knownThenBlank(SearchedDevices search, DeviceOrder order, Pageable page) {
        String known = order.known(search.filter());
        List<DeviceRow> rows = new ArrayList<>(walk(search, order, known, page.getPageSize(), page.getOffset()));
        if (rows.size() < page.getPageSize()) {
            long before = rows.isEmpty() ? count(search, known) : page.getOffset() + rows.size();
            long offset = Math.max(0, page.getOffset() - before);
            rows.addAll(walk(search, order, order.blank(), page.getPageSize() - rows.size(), offset));
        }
        return rows;
    }

    /** Whole rows are looked up for the page only. */
    private List<DeviceRow> walk(SearchedDevices search, DeviceOrder order, String besides, int limit, long offset) {
        return search.prepare(jdbc, """
                select e.* from (select e.object_id from %1$s e%2$s%3$s%4$s limit :limit offset :offset) page
                    join %1$s e using (object_id)%4$s
                """.formatted(search.table(), search.where(), besides, order.clause()))
                .param("limit", limit)
                .param("offset", offset)
                .query(DeviceRepository::toRow)
                .list();
    }

    private long count(SearchedDevices search, String besides) {
        return search.prepare(jdbc, "select count(*) from " + search.table() + " e" + search.where() + besides)
                .query(Long.class)
                .single();
    }

    /** What begins with the text is meant, and only where nothing does what has it anywhere. */
    private SearchedDevices search(long runId, DeviceFilter filter) {
        DeviceText text = DeviceText.of(filter.text());
        if (text.isEmpty() || text.isId()) {
            return new SearchedDevices(runId, filter, text);
        }
        SearchedDevices beginnings = new SearchedDevices(runId, DeviceFilter.text(filter.text()), text);
        // Counting some lets the planner take the index of texts, where it would rather look for the first one in the
        // table.
        boolean found = beginnings
                .prepare(
                        jdbc,
                        "select count(*) > 0 from (select from %s e%s limit %d) beginning"
                                .formatted(beginnings.table(), beginnings.where(), FEW))
                .query(Boolean.class)
                .single();
        return new SearchedDevices(runId, filter, found ? text : text.anywhere());
    }

    private static DeviceRow toRow(ResultSet row, int number) throws SQLException {
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
