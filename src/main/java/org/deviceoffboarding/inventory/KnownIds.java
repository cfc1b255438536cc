package org.deviceoffboarding.inventory;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which IDs stand for a device: of the inventory, or one that was in Intune before. Asks for no role. */
@Component
public class KnownIds {

    private final JdbcClient jdbc;
    private final InventoryRepository inventories;

    KnownIds(JdbcClient jdbc, InventoryRepository inventories) {
        this.jdbc = jdbc;
        this.inventories = inventories;
    }

    /** Returns those of these IDs that stand for no device, whichever of the three IDs each is; nothing while there is no inventory. */
    public Optional<Set<UUID>> unknown(Collection<UUID> ids) {
        var run = inventories.published();
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Set<UUID> unknown = new HashSet<>(ids);
        unknown.removeAll(Set.copyOf(jdbc.sql("""
                select object_id id from entra_device where run_id = :run and object_id = any(:ids)
                union select device_id from entra_device where run_id = :run and device_id = any(:ids)
                union select intune_id from managed_device where run_id = :run and intune_id = any(:ids)
                union select intune_id from former_record where intune_id = any(:ids)
                union select intune_id from removal_event where run_id = :run and intune_id = any(:ids)
                union select managed_device_id from autopilot_identity
                    where run_id = :run and managed_device_id = any(:ids)
                """)
                .param("run", run.getAsLong())
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list()));
        return Optional.of(unknown);
    }
}
