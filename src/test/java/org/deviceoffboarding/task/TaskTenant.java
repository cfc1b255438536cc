package org.deviceoffboarding.task;

import java.util.UUID;
import org.deviceoffboarding.TenantCopy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An inventory that a test makes up, for tasks about its devices. */
public final class TaskTenant {

    private static final long FIRST = 9_001;

    private final JdbcClient jdbc;
    private long run;

    private TaskTenant(JdbcClient jdbc, long run) {
        this.jdbc = jdbc;
        this.run = run;
        TenantCopy.publish(jdbc, run);
    }

    public static TaskTenant in(JdbcClient jdbc) {
        return new TaskTenant(jdbc, FIRST);
    }

    /** Lets the next run's copy, which has no device yet, be the inventory. */
    public void nextRun() {
        run++;
        TenantCopy.publish(jdbc, run);
    }

    /** Takes all its copies away again, for tests whose transactions are not rolled back. */
    public void remove() {
        for (long each = FIRST; each <= run; each++) {
            TenantCopy.remove(jdbc, each);
        }
    }

    /** Adds a new device, which Intune does not have. */
    public UUID device(String name) {
        UUID id = UUID.randomUUID();
        device(id, name, true);
        return id;
    }

    public void device(UUID id, String name, boolean enabled) {
        jdbc.sql("""
                insert into entra_device (run_id, object_id, device_id, display_name, account_enabled, platform, ownership_kind, physical_ids)
                values (:run, :id, :id, :name, :enabled, 'WINDOWS', 'CORPORATE', '{}')
                """)
                .param("run", run)
                .param("id", id)
                .param("name", name)
                .param("enabled", enabled)
                .update();
        TenantCopy.list(jdbc, run);
    }

    /** Lets Intune have a device. */
    public void inIntune(UUID id) {
        jdbc.sql(
                        "insert into managed_device (run_id, intune_id, entra_device_id, device_name) values (:run, gen_random_uuid(), :id, 'A')")
                .param("run", run)
                .param("id", id)
                .update();
    }

    public void disable(UUID id) {
        jdbc.sql("update entra_device set account_enabled = false where object_id = :id and run_id = :run")
                .param("id", id)
                .param("run", run)
                .update();
    }

    public void delete(UUID id) {
        jdbc.sql("delete from entra_device where object_id = :id and run_id = :run")
                .param("id", id)
                .param("run", run)
                .update();
    }
}
