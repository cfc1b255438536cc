package org.deviceoffboarding.remediation.upload;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds devices by any of their three IDs, and by the Intune ID of what has left Intune, also long ago. Reads what inventory and evaluation
 * declare.
 */
@Repository
class DeviceIdRepository {

    private final JdbcClient jdbc;

    DeviceIdRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the devices that have any of these IDs, each by the kind of ID that it is.
     *
     * @param inventory the run whose copy is the inventory
     * @param result the run whose findings count
     */
    void find(Collection<UUID> ids, OptionalLong inventory, OptionalLong result, KnownDevices known) {
        jdbc.sql("""
                select object_id id, 'ENTRA_OBJECT' kind, object_id, display_name name from inventory_device
                    where run_id = :inventory and object_id = any(:ids)
                union all select device_id, 'ENTRA_DEVICE', object_id, display_name from inventory_device
                    where run_id = :inventory and device_id = any(:ids)
                union all select m.intune_id, 'INTUNE', e.object_id, e.display_name from inventory_record m
                    join inventory_device e on e.run_id = m.run_id and e.device_id = m.entra_device_id
                    where m.run_id = :inventory and m.intune_id = any(:ids)
                union all select f.intune_id, 'INTUNE', e.object_id, e.display_name from former_record f
                    join inventory_device e on e.run_id = :inventory and e.device_id = f.entra_device_id
                    where f.intune_id = any(:ids)
                union all select intune_id, 'INTUNE', object_id, name from flagged_device
                    where run_id = :result and intune_id = any(:ids)
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("inventory", inventory.orElse(0))
                .param("result", result.orElse(0))
                .query(row -> {
                    known.add(
                            row.getObject("id", UUID.class),
                            DeviceIdKind.valueOf(row.getString("kind")),
                            new NamedDevice(row.getObject("object_id", UUID.class), row.getString("name")));
                });
    }
}
