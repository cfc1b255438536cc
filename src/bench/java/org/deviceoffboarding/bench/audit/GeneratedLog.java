package org.deviceoffboarding.bench.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes a log of any size: entries by SQL, which hashes their canonical content as the migration did, and the tree over them in Java.
 * Indexes are made when the rows are there. Words are the database's, as they are where the portal stores an entry.
 */
final class GeneratedLog {

    private static final long CHUNK = 200_000;

    /** Two thirds concern a device, and one third says which request it belongs to. */
    private static final String ENTRIES = """
            insert into audit_entry (id, at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
            select id, at, actor_id, actor_name, action, result, subject, summary, details::jsonb, 2,
                   sha256('\\x00'::bytea || convert_to(
                       '{"action":"' || action || '","actor":{"id":"' || actor_id || '","name":"' || actor_name || '"},"at":"'
                       || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '","details":' || details
                       || ',"devices":[' || case when i %% 3 = 2 then '' else
                           '{"deviceId":"' || device_id || '","name":"' || device || '","objectId":"' || object_id || '"}' end
                       || '],"format":2,"result":"' || result || '","subject":"' || subject || '","summary":"' || summary || '"}', 'UTF8'))
            from (%s) made
            """;

    private static final String DEVICES = """
            insert into audit_entry_device (entry_id, object_id, device_id, name)
            select id, object_id::uuid, device_id::uuid, device from (%s) made where i %% 3 <> 2
            """;

    private static final String MADE = """
            select *,
                   case i % 3 when 0 then 'device:' || object_id when 1 then 'request:' || i / 50 else 'run:' || i / 10000 end as subject,
                   case i % 3 when 1 then '{"after":{"state":"DONE"},"before":{"state":"WAITING"},"request":' || i / 50 || '}'
                       else '{}' end as details,
                   'Disabled ' || device || ', as request ' || i / 50 || ' asked for'
                       || case when i % 1000003 = 7 then ', in Zanzibar' else '' end as summary
            from (
                select i, :base + i as id,
                       timestamptz '2024-01-01 00:00:00+00' + i * :step * interval '1 microsecond' as at,
                       case when i % 100003 = 5 then 'person-rare' else 'person-' || i * 7919 % 50 end as actor_id,
                       case when i % 100003 = 5 then 'rare@contoso.example' else 'person' || i * 7919 % 50 || '@contoso.example' end
                           as actor_name,
                       (array['device.disabled', 'device.deleted', 'device.verified', 'device.skipped', 'request.made',
                              'request.approved', 'request.rejected', 'run.requested', 'run.completed', 'run.failed',
                              'suggestion.managed', 'exception.made', 'exception.lifted', 'session.began', 'session.ended',
                              'access.refused', 'keys.checked', 'rules.changed', 'agent.renewed', 'audit.exported'])[1 + i % 20] as action,
                       case when i % 50 = 0 then 'REFUSED' when i % 200 = 1 then 'FAILED' else 'DONE' end as result,
                       '00000000-0000-4000-8000-' || lpad(to_hex(i * 31 % 200000), 12, '0') as object_id,
                       '00000000-0000-4000-9000-' || lpad(to_hex(i * 31 % 200000), 12, '0') as device_id,
                       'LAPTOP-' || lpad((i * 31 % 200000)::text, 6, '0') as device
                from generate_series(cast(:from as bigint), cast(:until as bigint) - 1) i) basic
            """;

    private final LogDatabase database;
    private final JdbcClient jdbc;

    /** Entries before are numbered up to this, and stored up to that ID. */
    private long made;

    private long base;
    private long step = 1;

    GeneratedLog(LogDatabase database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database.connections());
    }

    /** Makes a log of about so many entries and seals it, behind whatever there is; says how long each step took. */
    void make(long entries) throws Exception {
        base = jdbc.sql("select coalesce(max(id), 0) from audit_entry")
                        .query(Long.class)
                        .single()
                + 1;
        step = Math.max(1, 2L * 365 * 86_400 * 1_000_000 / entries);
        set("max_wal_size = '8GB'", "maintenance_work_mem = '512MB'"); // for the making only, not for what is measured
        List<String> indexes = timed("indexes away", this::dropIndexes);
        triggers("disable");
        timed("entries", () -> insert(entries));
        triggers("enable");
        timed("leaves and tiles", () -> {
            new GeneratedTree(database).over(base);
            return entries;
        });
        timed("indexes", () -> create(indexes));
        timed("vacuum analyze", () -> jdbc.sql("vacuum analyze").update());
        set("max_wal_size = default", "maintenance_work_mem = default");
        timed("checkpoint", () -> jdbc.sql("checkpoint").update());
        database.sealing().copyOut();
    }

    private void set(String... settings) {
        for (String setting : settings) {
            jdbc.sql("alter system set " + setting).update();
        }
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    /** Adds entries that wait to be sealed. */
    void addUnsealed(int entries) {
        triggers("disable");
        insert(made, made + entries);
        jdbc.sql("insert into audit_unsealed (entry_id) select id from audit_entry where id >= :from")
                .param("from", base + made)
                .update();
        triggers("enable");
        made += entries;
    }

    /** Entries, their devices and that they wait are stored together by the portal, and one after the other here. */
    private void triggers(String state) {
        for (String table : List.of("audit_entry", "audit_entry_device", "audit_unsealed")) {
            jdbc.sql("alter table " + table + " " + state + " trigger user").update();
        }
    }

    private interface Step<R> {
        R take() throws Exception;
    }

    private static <R> R timed(String what, Step<R> step) throws Exception {
        long begin = System.nanoTime();
        R result = step.take();
        System.out.printf("  %-20s %,10.1f s%n", what, Medians.millisSince(begin) / 1_000);
        return result;
    }

    private List<String> dropIndexes() {
        List<String[]> indexes = jdbc.sql("""
                select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
                from pg_index i where i.indrelid in ('audit_entry'::regclass, 'audit_entry_device'::regclass)
                  and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
                """)
                .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
                .list();
        indexes.forEach(index -> jdbc.sql("drop index " + index[0]).update());
        return indexes.stream().map(index -> index[1]).toList();
    }

    private int create(List<String> indexes) throws Exception {
        sideBySide(indexes.stream()
                .<Runnable>map(sql -> () -> jdbc.sql(sql).update())
                .toList());
        return indexes.size();
    }

    private long insert(long entries) throws Exception {
        List<Runnable> chunks = new ArrayList<>();
        for (long from = 0; from < entries; from += CHUNK) {
            long begin = from;
            chunks.add(() -> insert(begin, Math.min(begin + CHUNK, entries)));
        }
        sideBySide(chunks);
        made = entries;
        return entries;
    }

    private void insert(long from, long until) {
        for (String sql : List.of(ENTRIES, DEVICES)) {
            jdbc.sql(sql.formatted(MADE))
                    .param("from", from)
                    .param("until", until)
                    .param("base", base)
                    .param("step", step)
                    .update();
        }
        jdbc.sql("select setval('audit_entry_id', greatest(nextval('audit_entry_id'), :last))")
                .param("last", base + until + 1)
                .query(Long.class)
                .single();
    }

    private static void sideBySide(List<Runnable> all) throws InterruptedException, ExecutionException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<?> one : all.stream().map(threads::submit).toList()) {
                one.get();
            }
        }
    }
}
