package org.deviceoffboarding;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a run's copy of the tenant, for tests that fill them without a run. */
public final class TenantCopy {

    private static final List<String> TABLES = List.of(
            "entra_device",
            "managed_device",
            "autopilot_identity",
            "removal_event",
            "restricted_unit_member",
            "listed_device");

    private static final String PACKED = "packed_device";

    private TenantCopy() {}

    /** Makes a copy with tables that hold nothing, and the inventory of it; a copy's tables that there are stay as they are. */
    public static void publish(JdbcClient jdbc, long run) {
        make(jdbc, run);
        jdbc.sql("update inventory set published_at = null").update();
        jdbc.sql(
                        "insert into inventory (run_id, removed_since, read_at, published_at) values (:run, now(), now(), now())")
                .param("run", run)
                .update();
    }

    /** Makes the tables of a copy that are missing. They are the portal's, whoever makes them. */
    public static void make(JdbcClient jdbc, long run) {
        TABLES.forEach(table -> make(jdbc, run, table));
    }

    /** Packs the listed devices of a copy for questions, as a run does that has judged them. */
    public static void pack(JdbcClient jdbc, long run) {
        make(jdbc, run, PACKED);
        jdbc.sql("insert into packed_device select * from device_to_pack where run_id = :run")
                .param("run", run)
                .update();
    }

    private static void make(JdbcClient jdbc, long run, String table) {
        String copy = table + "_" + run;
        jdbc.sql("create table if not exists portal_copies.%s partition of %s for values in (%d)"
                        .formatted(copy, table, run))
                .update();
        String owner = jdbc.sql("select tableowner from pg_tables where tablename = :table")
                .param("table", table)
                .query(String.class)
                .single();
        jdbc.sql("alter table portal_copies.%s owner to \"%s\"".formatted(copy, owner))
                .update();
    }

    /** Lists the Entra devices of a copy that are not. */
    public static void list(JdbcClient jdbc, long run) {
        jdbc.sql("""
                insert into listed_device (run_id, object_id, device_id, name, name_key, platform, ownership_kind, trust_type,
                    enabled, last_sign_in, heard_at, search_text)
                select run_id, object_id, device_id, display_name, lower(display_name), platform, ownership_kind, trust_type,
                       account_enabled, last_sign_in, last_sign_in, lower(E'\n' || display_name)
                from entra_device where run_id = :run
                on conflict do nothing
                """).param("run", run).update();
    }

    /** Puts a device of the inventory into restricted administrative units, and into no other, as a run that could read them finds it. */
    public static void restrict(JdbcClient jdbc, UUID device, String... units) {
        jdbc.sql("delete from restricted_unit_member where object_id = :id")
                .param("id", device)
                .update();
        jdbc.sql("update entra_device set management_restricted = :restricted where object_id = :id")
                .param("restricted", units.length > 0)
                .param("id", device)
                .update();
        jdbc.sql("update inventory set units_read_at = now(), units_problem = null where published_at is not null")
                .update();
        for (String unit : units) {
            jdbc.sql("""
                    insert into restricted_unit_member (run_id, object_id, unit_id, unit_name)
                    select run_id, :id, md5(:name)::uuid, :name from inventory where published_at is not null
                    """).param("id", device).param("name", unit).update();
        }
    }

    /** Takes a copy away again, for tests whose transactions are not rolled back. */
    public static void remove(JdbcClient jdbc, long run) {
        jdbc.sql("delete from inventory where run_id = :run").param("run", run).update();
        TABLES.forEach(table -> jdbc.sql("drop table if exists portal_copies.%s_%d".formatted(table, run))
                .update());
        jdbc.sql("delete from listed_total where run_id = :run")
                .param("run", run)
                .update();
    }

    /** Drops the tables of all copies. */
    static void dropAll(JdbcClient jdbc) {
        jdbc.sql("select oid::regclass::text from pg_class where relkind = 'r' and relname ~ :copies")
                .param("copies", "^(" + String.join("|", TABLES) + "|" + PACKED + ")_[0-9]+$")
                .query(String.class)
                .list()
                .forEach(copy -> jdbc.sql("drop table " + copy).update());
        jdbc.sql("truncate listed_total").update();
    }
}
