package org.deviceoffboarding.inventory.list;

import org.deviceoffboarding.inventory.copy.CopyTables;
import org.springframework.stereotype.Component;

/**
 * Table {@code packed_device}: what questions ask by of each listed device, as far as it is small, and what the result says of it. From
 * when a copy is packed on, triggers keep it as the list and the findings are.
 */
@Component
public class PackedDevices {

    private final CopyTables tables;

    PackedDevices(CopyTables tables) {
        this.tables = tables;
    }

    /** Packs all devices of a copy that are listed and judged. May be repeated. Not in a transaction. */
    public void make(long runId) {
        if (tables.isAttached(runId, CopyTables.PACKED)) {
            return;
        }
        tables.fill(
                runId,
                CopyTables.PACKED,
                "insert into %s select * from device_to_pack where run_id = %d"
                        .formatted(CopyTables.of(CopyTables.PACKED, runId), runId));
        tables.vacuum(runId, CopyTables.PACKED);
        tables.attachVacuumed(runId, CopyTables.PACKED);
    }
}
