package org.deviceoffboarding.playbook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A suggestion of a completed run, made up by a test, with devices in it. */
public final class Suggested {

    private final JdbcClient jdbc;
    private final long run;
    private final String situation;
    private final String platform;
    private final String group;
    private final long id;

    private Suggested(JdbcClient jdbc, String situation, String platform, String group) {
        this.jdbc = jdbc;
        this.situation = situation;
        this.platform = platform;
        this.group = group;
        this.run = jdbc.sql("""
                insert into evaluation_run (status, phase, requested_at, requested_by_id, requested_by_name, rules_version,
                    instruction_version, started_at,
                    read_at, finished_at)
                values ('COMPLETED', 'SUGGEST', now(), 'oid-1', 'operator@contoso.example', 0, 0, now(), now(), now())
                returning id
                """).query(Long.class).single();
        this.id = jdbc.sql("""
                insert into suggestion (run_id, situation, platform, ownership, kind_group, title, summary, detail, devices,
                    status, updated_at)
                values (:run, :situation, :platform, 'CORPORATE', :group, 'Remove some devices', 'They should go.', '', 1,
                    'NOT_STARTED', now())
                returning id
                """)
                .param("run", run)
                .param("situation", situation)
                .param("platform", platform)
                .param("group", group)
                .query(Long.class)
                .single();
    }

    public static Suggested of(JdbcClient jdbc, String situation, String platform, String group) {
        return new Suggested(jdbc, situation, platform, group);
    }

    /** Windows devices that were removed from Intune. */
    public static Suggested windows(JdbcClient jdbc) {
        return of(jdbc, "REMOVED_FROM_INTUNE", "WINDOWS", "ORDINARY");
    }

    public long id() {
        return id;
    }

    public UUID device(String name, @Nullable String joinType) {
        UUID objectId = UUID.randomUUID();
        jdbc.sql("""
                insert into finding (run_id, object_id, device_id, name, platform, ownership, join_type, kind, kind_group,
                    situation, link_state, enabled, evidence)
                values (:run, :object, :device, :name, :platform, 'CORPORATE', :join, :group, :group, :situation, 'REMOVED',
                    true, array['No Intune record has its ID.'])
                """)
                .param("run", run)
                .param("object", objectId)
                .param("device", UUID.randomUUID())
                .param("name", name)
                .param("platform", platform)
                .param("join", joinType)
                .param("group", group)
                .param("situation", situation)
                .update();
        jdbc.sql("update suggestion set devices = (select count(*) from finding where run_id = :run) where id = :id")
                .param("run", run)
                .param("id", id)
                .update();
        return objectId;
    }

    /** Stores what is known of a device's keys; null is not known. */
    public void keys(UUID objectId, @Nullable Integer bitlocker, @Nullable Boolean laps) {
        jdbc.sql("""
                insert into device_key (object_id, bitlocker_keys, laps, checked_at, problem)
                values (:object, :bitlocker, :laps, now(), :problem)
                """)
                .param("object", objectId)
                .param("bitlocker", bitlocker, java.sql.Types.INTEGER)
                .param("laps", laps, java.sql.Types.BOOLEAN)
                .param("problem", bitlocker == null || laps == null ? "No clear answer." : null)
                .update();
    }
}
