package org.deviceoffboarding.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.Ownership;
import org.deviceoffboarding.base.Platform;
import org.deviceoffboarding.base.Sql;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds devices for lists. Each search is one that an index answers, and a scan only where nothing begins with the text. So the
 * statement depends on filter and order, and is no filtered table.
 */
@Repository
class DeviceRepository {

    private static final String WITH_LATEST_RECORD = """
             left join lateral (
                select m.intune_id, m.serial_number, m.last_sync,
                       coalesce(m.user_principal_name, m.user_display_name) user_name
                from managed_device m
                where m.run_id = e.run_id and m.entra_device_id = e.device_id
                order by m.last_sync desc nulls last, m.intune_id limit 1) m on true
             left join lateral (
                select (array_agg(k.serial_number order by k.gone_at desc nulls first, k.intune_id)
                            filter (where k.serial_number is not null))[1] former_serial_number,
                       (array_agg(coalesce(k.user_principal_name, k.user_display_name)
                                  order by k.gone_at desc nulls first, k.intune_id)
                            filter (where coalesce(k.user_principal_name, k.user_display_name) is not null))[1]
                            former_user_name
                from former_record k
                where k.entra_device_id = e.device_id and (m.serial_number is null or m.user_name is null)) k on true
            """;

    /** Of a device that left Intune, too. */
    private static final String SERIAL_NUMBER = "coalesce(m.serial_number, k.former_serial_number)";

    private static final String USER = "coalesce(m.user_name, k.former_user_name)";

    private static final String COLUMNS =
            "select e.*, m.intune_id, m.last_sync, " + SERIAL_NUMBER + " serial_number, " + USER + " user_name from ";

    private static final String BY_NAME = "lower(e.display_name) collate \"C\", e.object_id";

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.ofEntries(
            Map.entry("name", "lower(e.display_name) collate \"C\""),
            Map.entry("objectId", "e.object_id"),
            Map.entry("deviceId", "e.device_id"),
            Map.entry("intuneId", "m.intune_id"),
            Map.entry("platform", "e.platform"),
            Map.entry("ownership", "e.ownership_kind"),
            Map.entry("joinType", "e.trust_type"),
            Map.entry("enabled", "e.account_enabled"),
            Map.entry("lastSignIn", "e.last_sign_in"),
            Map.entry("serialNumber", SERIAL_NUMBER),
            Map.entry("user", USER),
            Map.entry("lastSync", "m.last_sync"));

    private static final Set<String> OF_INTUNE = Set.of("intuneId", "serialNumber", "user", "lastSync");

    private final JdbcClient jdbc;

    DeviceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DeviceRow> find(long runId, DeviceFilter filter, Pageable page) {
        DeviceText text = search(runId, filter);
        String order = Sql.orderBy(page.getSort(), SORTABLE, BY_NAME);
        boolean ofIntune = page.getSort().stream().anyMatch(by -> OF_INTUNE.contains(by.getProperty()));
        String limit = order + " limit :limit offset :offset";
        // Where the order does not need Intune's records they are looked up for the rows shown only.
        String sql = ofIntune
                ? COLUMNS + "entra_device e" + WITH_LATEST_RECORD + DeviceConditions.where(filter, text) + limit
                : COLUMNS + "(select * from entra_device e" + DeviceConditions.where(filter, text) + limit + ") e"
                        + WITH_LATEST_RECORD + order;
        return DeviceConditions.prepare(jdbc, sql, runId, filter, text)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(DeviceRepository::toRow)
                .list();
    }

    long count(long runId, DeviceFilter filter) {
        DeviceText text = search(runId, filter);
        return DeviceConditions.prepare(
                        jdbc,
                        "select count(*) from entra_device e" + DeviceConditions.where(filter, text),
                        runId,
                        filter,
                        text)
                .query(Long.class)
                .single();
    }

    private DeviceText search(long runId, DeviceFilter filter) {
        DeviceText text = DeviceText.of(filter.text());
        if (text.isEmpty() || text.isId()) {
            return text;
        }
        boolean found = jdbc.sql("select exists (select from entra_device e where e.run_id = :run"
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
                row.getString("display_name"),
                Platform.valueOf(row.getString("platform")),
                Ownership.valueOf(row.getString("ownership_kind")),
                row.getString("trust_type"),
                row.getObject("account_enabled", Boolean.class),
                row.getString("serial_number"),
                row.getString("user_name"),
                Sql.instantOrNull(row, "last_sign_in"),
                Sql.instantOrNull(row, "last_sync"),
                intuneId != null);
    }
}
