package org.deviceoffboarding.bench.ask;

import java.util.List;
import org.deviceoffboarding.inventory.copy.CopyTables;
import org.deviceoffboarding.inventory.list.ListedDevices;
import org.deviceoffboarding.inventory.list.PackedDevices;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of a large tenant with a result, made by the database: nine of ten devices are in Intune, three of ten are flagged. */
final class GeneratedInventory {

    static final long RUN = 1;

    private static final List<String> READ = List.of("""
            insert into portal_copies.entra_device_1 (object_id, device_id, display_name, account_enabled, operating_system,
                operating_system_version, platform, trust_type, ownership, ownership_kind, manufacturer, model, managed,
                compliant, physical_ids, last_sign_in, registered, management_restricted)
            select md5('object' || n)::uuid, md5('device' || n)::uuid,
                (array['LAPTOP', 'DESKTOP', 'PHONE', 'TABLET', 'MAC', 'KIOSK'])[1 + n % 6] || '-' || lpad((n::bigint * 7919 % 10000019)::text, 8, '0'),
                n % 11 <> 0, (array['Windows', 'Windows', 'Windows', 'IPad', 'IPhone', 'MacMDM', 'Android', 'Linux'])[1 + n % 8],
                (array['10.0.19045.3803', '10.0.22631.2861', '10.0.22621.1', '16.7.2', '17.2', '14.2', '13', '22.04'])[1 + n % 8],
                (array['WINDOWS', 'WINDOWS', 'WINDOWS', 'IOS', 'IOS', 'MACOS', 'ANDROID', 'LINUX'])[1 + n % 8],
                (array['AzureAd', 'AzureAd', 'ServerAd', 'Workplace'])[1 + n % 4],
                case when n % 5 = 0 then 'Personal' else 'Company' end,
                case when n % 5 = 0 then 'PERSONAL' else 'CORPORATE' end,
                (array['Dell Inc.', 'LENOVO', 'Apple', 'Samsung', 'HP', 'Microsoft Corporation', null])[1 + n % 7],
                'Model ' || n % 97, n % 20 <> 0, case when n % 13 = 0 then null else n % 3 <> 0 end, '{}',
                case when n % 17 = 0 then null else now() - (n * 31 % 400) * interval '1 day' - (n % 86400) * interval '1 second' end,
                now() - (n * 13 % 1500) * interval '1 day' - (n % 86400) * interval '1 second', n % 1000 = 0
            from generate_series(1, :devices) n
            """, """
            insert into portal_copies.managed_device_1 (intune_id, entra_device_id, device_name, serial_number, user_principal_name,
                user_display_name, owner_type, operating_system, os_version, manufacturer, model, management_state,
                management_agent, enrollment_type, compliance_state, last_sync, enrolled)
            select md5('intune' || n)::uuid, md5('device' || n)::uuid,
                (array['LAPTOP', 'DESKTOP', 'PHONE', 'TABLET', 'MAC', 'KIOSK'])[1 + n % 6] || '-' || lpad((n::bigint * 7919 % 10000019)::text, 8, '0'),
                upper(substr(md5('serial' || n), 1, 10)), 'person' || n % 400000 || '@contoso.example', 'Person ' || n % 400000,
                'company', 'Windows', '10.0.22631.2861',
                (array['Dell Inc.', 'LENOVO', 'Apple', 'Samsung', 'HP', 'Microsoft Corporation', 'Google'])[1 + n % 7],
                'Model ' || n % 97, 'managed', 'mdm', 'windowsAzureADJoin', 'compliant',
                now() - (n * 29 % 300) * interval '1 day' - (n % 86400) * interval '1 second',
                now() - (n * 11 % 1200) * interval '1 day'
            from generate_series(1, :devices) n where n % 10 <> 0
            """);

    private static final List<String> REMEMBERED = List.of("""
            insert into known_managed_device (intune_id, entra_device_id, device_name, user_principal_name, serial_number,
                user_display_name, manufacturer, model)
            select intune_id, entra_device_id, device_name, user_principal_name, serial_number, user_display_name, manufacturer,
                model
            from portal_copies.managed_device_1
            """, """
            insert into known_managed_device (intune_id, entra_device_id, device_name, user_principal_name, serial_number, gone_at)
            select md5('intune' || n)::uuid, md5('device' || n)::uuid, 'GONE-' || n, 'person' || n % 400000 || '@contoso.example',
                upper(substr(md5('serial' || n), 1, 10)), now() - interval '9 days'
            from generate_series(10, :devices, 20) n
            """, """
            insert into known_removal_event (event_id, part, kind, source, at, actor, success, entra_device_id, intune_id)
            select 'event' || n, 0, (array['RETIRE', 'WIPE', 'DELETE'])[1 + n % 3], 'AUDIT', now() - (n % 300) * interval '1 day',
                'admin' || n % 40 || '@contoso.example', n % 50 <> 0, md5('device' || n)::uuid, md5('intune' || n)::uuid
            from generate_series(10, :devices, 20) n
            """);

    private static final List<String> RESULT = List.of("""
            insert into evaluation_run (id, status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                instruction_version, started_at, read_at, finished_at, links_known, kinds_known)
            overriding system value
            values (1, 'COMPLETED', 'SUGGEST', now(), 'o', 'Owner', 0, 0, now(), now(), now(), true, true)
            """, """
            insert into finding (run_id, object_id, device_id, name, platform, ownership, join_type, kind, kind_group, situation,
                link_state, enabled, compliant, last_sign_in, removal, removed_at, evidence)
            select 1, object_id, device_id, display_name, platform, ownership_kind, trust_type, 'ORDINARY', 'ORDINARY',
                case when n % 10 = 0 then 'REMOVED_FROM_INTUNE' when n % 10 = 1 then 'SILENT_AND_UNMANAGED' else 'SILENT_EVERYWHERE' end,
                case when n % 10 = 0 then 'REMOVED' when n % 10 = 1 then 'UNCLAIMED' else 'HEALTHY' end, account_enabled, compliant,
                last_sign_in, case when n % 10 = 0 then 'WIPE' end, case when n % 10 = 0 then now() - interval '9 days' end,
                array['No sign of life for a long time.']
            from (select *, row_number() over (order by object_id) as n from portal_copies.entra_device_1) e where n % 10 in (0, 1, 2)
            """, """
            insert into device_link (run_id, object_id, link_state)
            select 1, object_id, (array['REMOVED', 'BROKEN', 'UNCLAIMED', 'UNCLAIMED', 'LEAVING'])[1 + n % 5]
            from (select object_id, row_number() over (order by object_id) as n from portal_copies.entra_device_1) e where n % 4 = 0
            """, """
            insert into device_key (object_id, bitlocker_keys, laps, checked_at, problem)
            select object_id, n % 3, n % 2 = 0, now(), 'None'
            from (select object_id, row_number() over (order by object_id) as n from portal_copies.entra_device_1) e where n % 50 = 0
            """, """
            insert into task (title, source_kind, source_name, priority, note, status, taken, created_at, created_by_id,
                created_by_name, updated_at, updated_by_id, updated_by_name)
            select 'Look ' || n, 'DEVICES', 'Some', 'NORMAL', '', 'PENDING', false, now(), 'ada', 'Ada', now(), 'ada', 'Ada'
            from generate_series(1, 100) n
            """, """
            insert into task_device (task_id, object_id, name, in_intune, state, state_since)
            select 1 + n % 100, object_id, display_name, false, 'THERE', now()
            from (select object_id, display_name, row_number() over (order by object_id) as n from portal_copies.entra_device_1) e where n % 40 = 0
            """, """
            insert into device_exception (kind, target, name, reason, legal_hold, created_at, created_by_id, created_by_name)
            select 'NAME_PATTERN', 'kiosk-000' || n || '*', 'Kiosks', 'Kiosk', false, now() - interval '1 day', 'ada', 'Ada'
            from generate_series(1, 9) n
            """);

    private final JdbcClient jdbc;
    private final CopyTables tables;
    private final ListedDevices listed;
    private final PackedDevices packed;

    GeneratedInventory(JdbcClient jdbc, CopyTables tables, ListedDevices listed, PackedDevices packed) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.listed = listed;
        this.packed = packed;
    }

    void make(int devices) {
        jdbc.sql(
                        "insert into inventory (run_id, removed_since, read_at, published_at) values (1, now() - interval '30 days', now(), now())")
                .update();
        tables.make(RUN);
        fill(READ, devices);
        for (String table : List.of(
                "entra_device", "managed_device", "autopilot_identity", "removal_event", "restricted_unit_member")) {
            tables.attach(RUN, table);
        }
        fill(REMEMBERED, devices);
        jdbc.sql("analyze").update();
        long begin = System.nanoTime();
        listed.make(RUN);
        System.out.printf("listed in %.1f s%n", (System.nanoTime() - begin) / 1e9);
        fill(RESULT, devices);
        long packing = System.nanoTime();
        packed.make(RUN);
        System.out.printf("packed in %.1f s%n", (System.nanoTime() - packing) / 1e9);
        jdbc.sql("vacuum analyze").update();
    }

    private void fill(List<String> statements, int devices) {
        statements.forEach(sql -> {
            var statement = jdbc.sql(sql);
            (sql.contains(":devices") ? statement.param("devices", devices) : statement).update();
        });
    }
}
