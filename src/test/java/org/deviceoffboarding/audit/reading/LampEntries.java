package org.deviceoffboarding.audit.reading;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.AuditResult;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries about lamps, and filters with the plain conditions that each of them is. */
final class LampEntries {

    static final UUID LAMP = new UUID(1, 3);
    static final UUID DEVICE_ID = new UUID(2, 3);

    private static final Instant FROM = Instant.parse("2026-01-03T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-01-09T00:00:00Z");

    private LampEntries() {}

    /** Adds sixty, of four people one of whom was renamed, that wait for their numbers. */
    static void addSixty(JdbcClient jdbc) {
        jdbc.sql("""
                with added as (
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
                    select timestamptz '2026-01-01' + i % 13 * interval '1 day', 'p-' || i % 4,
                           case when i % 4 = 3 and i > 30 then 'Renamed' else 'person' || i % 4 || '@contoso.example' end,
                           (array['lamp.lit', 'lamp.broken', 'room.left'])[1 + i % 3],
                           (array['DONE', 'DONE', 'DONE', 'REFUSED', 'FAILED'])[1 + i % 5], 'lamp:' || i % 6,
                           (array['Lit_', 'broke '])[1 + i % 2] || 'lamp' || i % 7 || case when i % 10 = 0 then repeat(' Ärger!', 900) else '' end,
                           case when i % 9 = 0 then '{"why": "Stormy weather"}'::jsonb else '{}' end, 2, sha256('')
                    from generate_series(1, 60) i
                    returning id, subject),
                devices as (
                    insert into audit_entry_device (entry_id, object_id, device_id, name)
                    select id, ('00000000-0000-0001-0000-00000000000' || right(subject, 1))::uuid,
                           ('00000000-0000-0002-0000-00000000000' || right(subject, 1))::uuid,
                           'Desk Lamp ' || right(subject, 1) || case when id / 6 % 2 = 0 then '' else '-old' end
                    from added where subject <> 'lamp:0')
                insert into audit_unsealed select id from added
                """).update();
    }

    /** Returns the IDs of those for which a condition holds, in the order of time. */
    static List<Long> plain(JdbcClient jdbc, String condition, String direction) {
        return jdbc.sql("select e.id from audit_entry e where " + condition
                        + " order by at %1$s, e.id %1$s".formatted(direction))
                .query(Long.class)
                .list();
    }

    /** A filter, and the condition that it is. */
    record Narrowed(AuditFilter filter, String condition) {}

    static Stream<Narrowed> filters() {
        String concerned = "e.id in (select entry_id from audit_entry_device where object_id = '" + LAMP + "')";
        return Stream.of(
                new Narrowed(AuditFilter.NONE, "true"),
                new Narrowed(text("LAMP3"), "summary ilike '%lamp3%'"),
                new Narrowed(
                        text("lamp"), "(summary ilike '%lamp%' or subject ilike 'lamp%' or actor_name ilike 'lamp%')"),
                new Narrowed(text("broke lamp3"), "summary ilike '%broke lamp3%'"),
                new Narrowed(text("lamp3, brok"), "summary ilike '%broke lamp3%'"),
                new Narrowed(text("rger"), "false"),
                new Narrowed(text("ärger"), "summary like '%Ärger%'"),
                new Narrowed(text("weath"), "details ->> 'why' = 'Stormy weather'"),
                new Narrowed(text("stormy we"), "details ->> 'why' = 'Stormy weather'"),
                new Narrowed(text("we stormy"), "false"),
                new Narrowed(text("we"), "false"),
                new Narrowed(text("ADLER"), "actor_id = 'p-1'"),
                new Narrowed(text(DEVICE_ID.toString()), concerned),
                new Narrowed(text("no such text"), "false"),
                new Narrowed(text("%_&|!'"), "false"),
                new Narrowed(new AuditFilter("", "p-3", null, null, null), "actor_id = 'p-3'"),
                new Narrowed(
                        new AuditFilter("", "p-3", "lamp.lit", null, null), "actor_id = 'p-3' and action = 'lamp.lit'"),
                new Narrowed(AuditFilter.NONE.withResult(AuditResult.FAILED), "result = 'FAILED'"),
                new Narrowed(AuditFilter.NONE.withKind("lamp"), "action like 'lamp.%'"),
                new Narrowed(AuditFilter.NONE.withKind("lam"), "false"),
                new Narrowed(
                        new AuditFilter("", "p-2", null, null, null)
                                .withKind("lamp")
                                .withResult(AuditResult.DONE),
                        "actor_id = 'p-2' and action like 'lamp.%' and result = 'DONE'"),
                new Narrowed(AuditFilter.NONE.withSubject("lamp:2"), "subject = 'lamp:2'"),
                new Narrowed(AuditFilter.NONE.withDevice(LAMP.toString()), concerned),
                new Narrowed(AuditFilter.NONE.withDevice(DEVICE_ID.toString().toUpperCase(Locale.ROOT)), concerned),
                new Narrowed(AuditFilter.NONE.withDevice("desk lamp 3-OLD"), concerned),
                new Narrowed(AuditFilter.NONE.withDevice("desk lamp"), "false"),
                new Narrowed(
                        new AuditFilter("broke", "p-1", null, null, null).withDevice("Desk Lamp 3"),
                        concerned + " and actor_id = 'p-1' and summary like 'broke%'"),
                new Narrowed(
                        new AuditFilter("", null, "lamp.lit", FROM, UNTIL),
                        "action = 'lamp.lit' and at >= '2026-01-03Z' and at < '2026-01-09Z'"),
                new Narrowed(
                        new AuditFilter("lamp3", "p-1", null, FROM, UNTIL),
                        "summary like '%lamp3%' and actor_id = 'p-1' and at >= '2026-01-03Z' and at < '2026-01-09Z'"));
    }

    private static AuditFilter text(String text) {
        return new AuditFilter(text, null, null, null, null);
    }
}
