package org.deviceoffboarding.inventory;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
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

    private static final String BY_ID = """
             and e.object_id in (
                select object_id from entra_device where run_id = :run and object_id = :id
                union all select object_id from entra_device where run_id = :run and device_id = :id
                union all select d.object_id from managed_device m
                    join entra_device d on d.run_id = m.run_id and d.device_id = m.entra_device_id
                    where m.run_id = :run and m.intune_id = :id
                union all select d.object_id from former_record m
                    join entra_device d on d.run_id = :run and d.device_id = m.entra_device_id
                    where m.intune_id = :id and not exists (
                        select from managed_device n
                        where n.run_id = :run and n.intune_id = :id and n.entra_device_id is not null))
            """;

    private static final String BY_TEXT = """
             and e.object_id in (
                select object_id from entra_device
                    where run_id = :run and lower(display_name) collate "C" like lower(:pattern)
                union all select d.object_id from managed_device m
                    join entra_device d on d.run_id = m.run_id and d.device_id = m.entra_device_id
                    where m.run_id = :run
                      and (lower(m.device_name) collate "C" like lower(:pattern)
                        or lower(m.serial_number) collate "C" like lower(:pattern)
                        or lower(m.user_principal_name) collate "C" like lower(:pattern)
                        or lower(m.user_display_name) collate "C" like lower(:pattern))
                union all select d.object_id from former_record m
                    join entra_device d on d.run_id = :run and d.device_id = m.entra_device_id
                    where lower(m.serial_number) collate "C" like lower(:pattern)
                       or lower(m.user_principal_name) collate "C" like lower(:pattern)
                       or lower(m.user_display_name) collate "C" like lower(:pattern))
            """;

    private static final String IN_INTUNE =
            "exists (select from managed_device m where m.run_id = e.run_id and m.entra_device_id = e.device_id)";

    /** Never hurts a device of which nobody knows any time: it is not silent, but unknown. */
    private static final String SILENT = """
             and (e.last_sign_in is null or e.last_sign_in < :silentSince)
             and not exists (select from managed_device m
                where m.run_id = e.run_id and m.entra_device_id = e.device_id and m.last_sync >= :silentSince)
             and (e.last_sign_in is not null or exists (select from managed_device m
                where m.run_id = e.run_id and m.entra_device_id = e.device_id and m.last_sync is not null))
            """;

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
                ? COLUMNS + "entra_device e" + WITH_LATEST_RECORD + where(filter, text) + limit
                : COLUMNS + "(select * from entra_device e" + where(filter, text) + limit + ") e" + WITH_LATEST_RECORD
                        + order;
        return matching(sql, runId, filter, text)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(DeviceRepository::toRow)
                .list();
    }

    long count(long runId, DeviceFilter filter) {
        DeviceText text = search(runId, filter);
        return matching("select count(*) from entra_device e" + where(filter, text), runId, filter, text)
                .query(Long.class)
                .single();
    }

    private DeviceText search(long runId, DeviceFilter filter) {
        DeviceText text = DeviceText.of(filter.text());
        if (text.isEmpty() || text.isId()) {
            return text;
        }
        boolean found = jdbc.sql("select exists (select from entra_device e where e.run_id = :run" + BY_TEXT + ")")
                .param("run", runId)
                .param("pattern", text.pattern())
                .query(Boolean.class)
                .single();
        return found ? text : text.anywhere();
    }

    private static String where(DeviceFilter filter, DeviceText text) {
        return " where e.run_id = :run"
                + (text.isEmpty() ? "" : text.isId() ? BY_ID : BY_TEXT)
                + (filter.platform() == null ? "" : " and e.platform = :platform")
                + (filter.ownership() == null ? "" : " and e.ownership_kind = :ownership")
                + (filter.enabled() == null ? "" : " and e.account_enabled = :enabled")
                + (filter.inIntune() == null ? "" : filter.inIntune() ? " and " + IN_INTUNE : " and not " + IN_INTUNE)
                + (filter.joinType() == null ? "" : " and e.trust_type = :joinType")
                + (filter.silentSince() == null ? "" : SILENT)
                + filter.subsets().stream()
                        .map(subset -> " and " + (subset.inside() ? "" : "not ") + "exists (select from ("
                                + subset.objectIds() + ") picked where picked.object_id = e.object_id)")
                        .collect(joining());
    }

    private JdbcClient.StatementSpec matching(String sql, long runId, DeviceFilter filter, DeviceText text) {
        Map<String, Object> ofSubsets = new HashMap<>();
        filter.subsets().forEach(subset -> ofSubsets.putAll(subset.parameters()));
        return jdbc.sql(sql)
                .params(ofSubsets)
                .param("run", runId)
                .param("id", text.id())
                .param("pattern", text.pattern())
                .param(
                        "platform",
                        filter.platform() == null ? null : filter.platform().name())
                .param(
                        "ownership",
                        filter.ownership() == null ? null : filter.ownership().name())
                .param("enabled", filter.enabled())
                .param(
                        "joinType",
                        filter.joinType() == null ? null : filter.joinType().trustType())
                .param("silentSince", filter.silentSince() == null ? null : Sql.timestamp(filter.silentSince()));
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
