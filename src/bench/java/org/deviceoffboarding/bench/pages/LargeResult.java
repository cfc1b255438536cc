package org.deviceoffboarding.bench.pages;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.bench.scale.MeasuredPortal;
import org.deviceoffboarding.bench.scale.MeasuredTenant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A result with one large suggestion, made by a run of the portal; many devices that were removed, and a long audit log. */
final class LargeResult {

    /** Whatever is silent is one suggestion's, as in a company with one sort of laptops. */
    private static final String ONE_SORT = """
            create function portal_copies.one_sort() returns trigger language plpgsql as $$
            begin
                if new.situation = 'SILENT_EVERYWHERE' then
                    new.platform := 'WINDOWS';
                    new.ownership := 'CORPORATE';
                    new.kind_group := 'ORDINARY';
                end if;
                return new;
            end $$;
            create trigger one_sort before insert on finding for each row execute function portal_copies.one_sort()
            """;

    /** Every other flagged device was disabled at some time, every fourth deleted, by a request that says nothing of it. */
    private static final List<String> REMOVED = List.of("""
            insert into change_request (action, status, reason, source, devices, requested_at, requested_by_id, requested_by_name,
                expires_at, needs_approval, finished_at)
            values ('DELETE', 'WITHDRAWN', 'Measured', 'Measured', 1, now(), 'one', 'One', now(), true, now())
            """, """
            insert into disabled_device (object_id, name, platform, disabled_by, disabled_at, left_at, left_because)
            select object_id, name, platform, 'Person ' || nth % 20, now() - nth * interval '1 minute',
                   case when nth % 10 = 0 then now() end, case when nth % 10 = 0 then 'It was used again.' end
            from (select *, row_number() over (order by object_id) as nth from finding) f where nth % 2 = 0
            """, """
            insert into deleted_device (object_id, device_id, name, serial_number, platform, join_type, restorable, deleted_at,
                deleted_by, request_id, restored_at)
            select object_id, device_id, name, serial_number, platform, join_type, true, now() - nth * interval '1 minute',
                   'Person ' || nth % 20, (select max(id) from change_request), case when nth % 7 = 0 then now() end
            from (select *, row_number() over (order by object_id) as nth from finding) f where nth % 4 = 1
            """);

    private static final String LOG = """
            insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
            select now() - (1000000 - nth) * interval '1 second', 'person-' || nth % 50, 'Person ' || nth % 50,
                   (array['device.disable', 'device.delete', 'device.enable', 'suggestion.manage'])[1 + nth % 4], 'DONE',
                   object_id, 'Disabled ' || name || ', as request ' || nth % 1000 || ' asked for.', 2, sha256('')
            from (select object_id, name, row_number() over (order by object_id) as nth from finding) f
            """;

    private LargeResult() {}

    static void of(MeasuredPortal portal, MeasuredTenant tenant) throws IOException, SQLException {
        JdbcClient jdbc = portal.jdbc();
        JdbcClient owner = portal.asOwner();
        owner.sql(ONE_SORT).update();
        System.out.println("a run: " + portal.run(tenant));
        owner.sql("drop function portal_copies.one_sort cascade").update();
        REMOVED.forEach(sql -> jdbc.sql(sql).update());
        jdbc.sql(LOG).update();
        jdbc.sql("vacuum analyze").update();
    }

    /** Returns the pages to measure, by name. */
    static Map<String, String> paths(JdbcClient jdbc) {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("Overview", "/");
        paths.put("Devices", "/devices");
        paths.put("Suggestions", "/suggestions");
        paths.put(
                "the largest suggestion",
                "/suggestions/" + one(jdbc, "select id::text from suggestion order by devices desc limit 1"));
        paths.put("Removed devices", "/removed");
        paths.put("Deleted devices", "/removed/deleted");
        paths.put("Left out", "/runs/" + one(jdbc, "select max(id)::text from evaluation_run"));
        paths.put("Audit log", "/audit");
        paths.put(
                "a device", "/devices/" + one(jdbc, "select object_id::text from finding order by object_id limit 1"));
        return paths;
    }

    private static String one(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
