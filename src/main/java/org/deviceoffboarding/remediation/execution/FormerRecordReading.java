package org.deviceoffboarding.remediation.execution;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.inventory.Inventories;
import org.deviceoffboarding.inventory.LiveDevices;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads, by their Intune IDs, the records that were devices' by what inventories knew: one that Intune still has protects its
 * device, although it names it no longer.
 */
@Component
class FormerRecordReading {

    private final LiveDevices live;
    private final Inventories inventories;

    FormerRecordReading(LiveDevices live, Inventories inventories) {
        this.live = live;
        this.inventories = inventories;
    }

    /**
     * Returns devices with what became of their former records; those that have lost one since the inventory have it among
     * them.
     *
     * @param facts with the records that name the devices now
     * @param known the same devices as the inventory has them; some may be missing
     * @throws org.deviceoffboarding.graph.GraphException if it could not be found out for every one
     */
    Map<UUID, DeviceFacts> asNow(Map<UUID, DeviceFacts> facts, Map<UUID, DeviceFacts> known, AccessTokens tokens) {
        Map<UUID, DeviceFacts> withLost = new HashMap<>();
        facts.forEach((id, device) -> withLost.put(id, device.withFormer(former(device, known.get(id)))));
        Map<UUID, ManagedDevice> records = live.records(
                withLost.values().stream()
                        .flatMap(device -> device.formerIntuneIds().stream())
                        .toList(),
                tokens);
        Set<UUID> others = inventories.inEntra(records.values().stream()
                .map(ManagedDevice::entraDeviceId)
                .filter(Objects::nonNull)
                .toList());
        withLost.replaceAll((id, device) -> asNow(device, records, others));
        return withLost;
    }

    private static List<FormerRecord> former(DeviceFacts device, @Nullable DeviceFacts known) {
        List<FormerRecord> former = new ArrayList<>(device.former());
        if (known != null) {
            for (ManagedDevice record : known.managed()) {
                if (former.stream().noneMatch(each -> each.intuneId().equals(record.intuneId()))) {
                    former.add(new FormerRecord(record, null));
                }
            }
        }
        return former;
    }

    private static DeviceFacts asNow(DeviceFacts device, Map<UUID, ManagedDevice> records, Collection<UUID> others) {
        List<ManagedDevice> managed = new ArrayList<>(device.managed());
        List<FormerRecord> former = new ArrayList<>();
        for (FormerRecord each : device.former()) {
            ManagedDevice record = records.get(each.intuneId());
            boolean own = record != null
                    && Objects.equals(record.entraDeviceId(), device.entra().deviceId());
            if (record != null
                    && own
                    && managed.stream().noneMatch(one -> one.intuneId().equals(record.intuneId()))) {
                managed.add(record);
            }
            former.add(each.with(record == null || own ? null : moved(record, others)));
        }
        return device.withRecords(device.entra(), managed).withFormer(former);
    }

    private static FormerRecord.Moved moved(ManagedDevice record, Collection<UUID> others) {
        UUID other = record.entraDeviceId();
        return new FormerRecord.Moved(
                record.deviceName(), other, record.managementState(), other != null && others.contains(other));
    }
}
