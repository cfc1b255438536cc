package org.deviceoffboarding.remediation;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.TenantCopy;
import org.deviceoffboarding.agent.StoredAgent;
import org.deviceoffboarding.playbook.Suggested;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant whose newest run flagged Windows devices, made up by a test: an inventory, and a suggestion with devices. */
public final class FlaggedTenant {

    private final JdbcClient jdbc;
    private final Suggested suggested;
    private final long run;
    private final boolean removed;

    private FlaggedTenant(JdbcClient jdbc, String situation, String group) {
        this.jdbc = jdbc;
        this.suggested = Suggested.of(jdbc, situation, "WINDOWS", group);
        this.removed = situation.equals("REMOVED_FROM_INTUNE");
        this.run = jdbc.sql("select run_id from suggestion where id = :id")
                .param("id", suggested.id())
                .query(Long.class)
                .single();
        TenantCopy.publish(jdbc, run);
        StoredAgent.in(jdbc);
    }

    public static FlaggedTenant with(JdbcClient jdbc, String situation, String group) {
        return new FlaggedTenant(jdbc, situation, group);
    }

    /** Devices that were removed from Intune. */
    public static FlaggedTenant removed(JdbcClient jdbc) {
        return with(jdbc, "REMOVED_FROM_INTUNE", "ORDINARY");
    }

    /** Devices whose grace period is over. */
    public static FlaggedTenant readyToDelete(JdbcClient jdbc) {
        return with(jdbc, "READY_TO_DELETE", "ORDINARY");
    }

    public long suggestionId() {
        return suggested.id();
    }

    /** Adds a device to the suggestion; one without a join type has no place in Entra's recycle bin. */
    public UUID flagged(String name, String joinType) {
        UUID objectId = suggested.device(name, joinType.isEmpty() ? null : joinType);
        store(objectId, name, joinType, true);
        if (removed) {
            wiped(objectId);
        }
        jdbc.sql("update suggestion set devices = (select count(*) from finding where run_id = :run) where id = :id")
                .param("run", run)
                .param("id", suggested.id())
                .update();
        return objectId;
    }

    /**
     * Adds very many devices.
     *
     * @param flagged how many of them, the first by name, are in the suggestion
     */
    public void many(int devices, int flagged) {
        jdbc.sql("""
                insert into entra_device (run_id, object_id, device_id, display_name, account_enabled, operating_system,
                    platform, ownership_kind, trust_type, physical_ids, last_sign_in)
                select :run, md5('object' || n)::uuid, md5('device' || n)::uuid, 'LAPTOP-' || lpad(n::text, 7, '0'), true,
                    'Windows', 'WINDOWS', 'CORPORATE', 'AzureAd', '{}', now() - interval '200 days'
                from generate_series(1, :devices) n
                """).param("run", run).param("devices", devices).update();
        TenantCopy.list(jdbc, run);
        jdbc.sql("""
                insert into finding (run_id, object_id, device_id, name, serial_number, user_name, platform, ownership,
                    join_type, kind, kind_group, situation, link_state, enabled, evidence)
                select f.run_id, object_id, device_id, display_name, 'SN-' || display_name, 'ada@contoso.example', f.platform,
                    ownership_kind, trust_type, 'ORDINARY', s.kind_group, s.situation, 'REMOVED', true,
                    array['No Intune record has its ID.', 'It was wiped a day ago by helpdesk@contoso.example.']
                from entra_device f join suggestion s on s.id = :suggestion
                where f.run_id = :run order by display_name limit :flagged
                """)
                .param("run", run)
                .param("suggestion", suggested.id())
                .param("flagged", flagged)
                .update();
        jdbc.sql("""
                insert into removal_event (run_id, event_id, part, kind, source, at, success, entra_device_id)
                select run_id, 'wipe of ' || object_id, 0, 'WIPE', 'AUDIT', now() - interval '1 day', true, device_id
                from finding where run_id = :run on conflict do nothing
                """).param("run", run).update();
        jdbc.sql("update suggestion set devices = (select count(*) from finding where run_id = :run) where id = :id")
                .param("run", run)
                .param("id", suggested.id())
                .update();
        jdbc.sql("analyze").update();
    }

    /** Returns the run that flagged them. */
    public long runId() {
        return run;
    }

    /** Returns the flagged devices by name. */
    public List<UUID> all() {
        return jdbc.sql("select object_id from finding where run_id = :run order by name, object_id")
                .param("run", run)
                .query(UUID.class)
                .list();
    }

    /** Adds one that this portal disabled so many days ago, and whose keys are known. */
    public UUID flaggedAndDisabled(String name, String joinType, int daysAgo) {
        UUID objectId = flagged(name, joinType);
        jdbc.sql("update entra_device set account_enabled = false where object_id = :id")
                .param("id", objectId)
                .update();
        suggested.keys(objectId, 1, true);
        disabled(objectId, name, daysAgo);
        return objectId;
    }

    /** Adds a device to the inventory that no situation holds for. */
    public UUID healthy(String name) {
        UUID objectId = UUID.randomUUID();
        store(objectId, name, "AzureAd", true);
        return objectId;
    }

    /** Remembers that this portal disabled a device. */
    public void disabled(UUID objectId, String name, int daysAgo) {
        jdbc.sql("""
                insert into disabled_device (object_id, name, platform, disabled_by, disabled_at)
                values (:id, :name, 'WINDOWS', 'approver@contoso.example', now() - make_interval(days => :days))
                """)
                .param("id", objectId)
                .param("name", name)
                .param("days", daysAgo)
                .update();
    }

    /** Remembers that this portal deleted a device, by a request of its own. */
    public UUID deleted(String name, int daysAgo, boolean restorable) {
        UUID objectId = UUID.randomUUID();
        jdbc.sql("""
                insert into deleted_device (object_id, device_id, name, serial_number, platform, join_type, restorable,
                    deleted_at, deleted_by, request_id)
                values (:id, gen_random_uuid(), :name, 'SN-' || :name, 'WINDOWS', 'AzureAd', :restorable,
                    now() - make_interval(days => :days), 'approver@contoso.example', :request)
                """)
                .param("id", objectId)
                .param("name", name)
                .param("restorable", restorable)
                .param("days", daysAgo)
                .param("request", doneRequest())
                .update();
        return objectId;
    }

    public UUID deviceIdOf(UUID objectId) {
        return jdbc.sql("select device_id from entra_device where object_id = :id and run_id = :run")
                .param("id", objectId)
                .param("run", run)
                .query(UUID.class)
                .single();
    }

    /** Gives a device a record in Intune, and returns its Intune ID. */
    public UUID inIntune(UUID objectId) {
        UUID intuneId = UUID.randomUUID();
        jdbc.sql("""
                insert into managed_device (run_id, intune_id, entra_device_id, device_name)
                values (:run, :intune, :device, 'any')
                """)
                .param("run", run)
                .param("intune", intuneId)
                .param("device", deviceIdOf(objectId))
                .update();
        return intuneId;
    }

    /** Lets Intune say that it wiped a device a day ago. */
    private void wiped(UUID objectId) {
        jdbc.sql("""
                insert into removal_event (run_id, event_id, part, kind, source, at, success, entra_device_id)
                values (:run, :event, 0, 'WIPE', 'AUDIT', now() - interval '1 day', true, :device)
                """)
                .param("run", run)
                .param("event", "wipe of " + objectId)
                .param("device", deviceIdOf(objectId))
                .update();
    }

    private long doneRequest() {
        return jdbc.sql("""
                insert into change_request (action, status, reason, source, devices, requested_at, requested_by_id,
                    requested_by_name, expires_at, needs_approval, decided_at, decided_by_id, decided_by_name, finished_at)
                values ('DELETE', 'DONE', 'old', 'test', 1, now(), 'a', 'Ada', now(), true, now() - interval '2 days', 'b',
                    'Ben', now())
                returning id
                """).query(Long.class).single();
    }

    private void store(UUID objectId, String name, String joinType, boolean enabled) {
        jdbc.sql("""
                insert into entra_device (run_id, object_id, device_id, display_name, account_enabled, operating_system,
                    platform, ownership_kind, trust_type, physical_ids, last_sign_in)
                values (:run, :id, gen_random_uuid(), :name, :enabled, 'Windows', 'WINDOWS', 'CORPORATE', :join, '{}',
                    now() - interval '200 days')
                """)
                .param("run", run)
                .param("id", objectId)
                .param("name", name)
                .param("enabled", enabled)
                .param("join", joinType.isEmpty() ? null : joinType)
                .update();
        TenantCopy.list(jdbc, run);
    }
}
