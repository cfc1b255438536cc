package org.deviceoffboarding.inventory;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which devices this portal disabled, and when: what their grace period counts from, and what alone may be deleted. */
@Component
public class DisabledDevices {

    private final JdbcClient jdbc;

    DisabledDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Remembers that the portal disabled a device. Disabled again, it counts from the later time.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if the caller has no transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(UUID objectId, Instant at) {
        jdbc.sql("""
                insert into disabled_device (object_id, disabled_at) values (:object, :at)
                on conflict (object_id) do update set disabled_at = greatest(disabled_device.disabled_at, excluded.disabled_at)
                """).param("object", objectId).param("at", Sql.timestamp(at)).update();
    }

    /** Forgets a device that the portal enabled again or deleted, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UUID objectId) {
        jdbc.sql("delete from disabled_device where object_id = :object")
                .param("object", objectId)
                .update();
    }

    /** Returns when the portal disabled each of these devices; those that it did not are missing. */
    Map<UUID, Instant> of(Collection<UUID> objectIds) {
        Map<UUID, Instant> disabled = new HashMap<>();
        jdbc.sql("select object_id, disabled_at from disabled_device where object_id = any(:objects)")
                .param("objects", objectIds.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    disabled.put(row.getObject("object_id", UUID.class), Sql.instant(row, "disabled_at"));
                });
        return disabled;
    }
}
