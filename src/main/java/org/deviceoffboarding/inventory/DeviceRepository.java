package org.deviceoffboarding.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds devices for lists. The statement depends on filter and order, so that each is one that an index answers. */
@Repository
class DeviceRepository {

    private final JdbcClient jdbc;

    DeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DeviceRow> find(long runId, DeviceFilter filter, Pageable page) {
        DeviceText text = search(runId, filter);
        DeviceOrder order = DeviceOrder.of(page.getSort());
        if (!order.beginsWithBlanks()) {
            return find(runId, filter, text, order, "", page.getPageSize(), page.getOffset());
        }
        String known = " and e." + order.column() + " is not null";
        List<DeviceRow> rows =
                new ArrayList<>(find(runId, filter, text, order, known, page.getPageSize(), page.getOffset()));
        if (rows.size() < page.getPageSize()) {
            long before = rows.isEmpty() ? count(runId, filter, text, known) : page.getOffset() + rows.size();
            rows.addAll(find(
                    runId,
                    filter,
                    text,
                    new DeviceOrder(order.column(), true),
                    " and e." + order.column() + " is null",
                    page.getPageSize() - rows.size(),
                    Math.max(0, page.getOffset() - before)));
        }
        return rows;
    }

    long count(long runId, DeviceFilter filter) {
        return count(runId, filter, search(runId, filter), "");
    }

    /** Rows are looked up for the page only: what comes before it is passed over in the index. */
    private List<DeviceRow> find(
            long runId,
            DeviceFilter filter,
            DeviceText text,
            DeviceOrder order,
            String besides,
            int limit,
            long offset) {
        String sql = "select e.* from (select e.object_id from listed_device e" + DeviceConditions.where(filter, text)
                + besides + order.clause() + " limit :limit offset :offset) page"
                + " join listed_device e on e.run_id = :run and e.object_id = page.object_id" + order.clause();
        return DeviceConditions.prepare(jdbc, sql, runId, filter, text)
                .param("limit", limit)
                .param("offset", offset)
                .query(DeviceRepository::toRow)
                .list();
    }

    private long count(long runId, DeviceFilter filter, DeviceText text, String besides) {
        String sql = "select count(*) from listed_device e" + DeviceConditions.where(filter, text) + besides;
        return DeviceConditions.prepare(jdbc, sql, runId, filter, text)
                .query(Long.class)
                .single();
    }

    /** What begins with the text is meant, and only where nothing does what has it anywhere. */
    private DeviceText search(long runId, DeviceFilter filter) {
        DeviceText text = DeviceText.of(filter.text());
        if (text.isEmpty() || text.isId()) {
            return text;
        }
        boolean found = jdbc.sql("select exists (select from listed_device e where e.run_id = :run"
                        + DeviceConditions.BY_TEXT + ")")
                .param("run", runId)
                .param("pattern", text.pattern())
                .query(Boolean.class)
                .single();
        return found ? text : text.anywhere();
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
