package org.deviceoffboarding.inventory.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.table.AutopilotIdentityTable;
import org.deviceoffboarding.removed.DisabledDevice;
import org.deviceoffboarding.removed.DisabledDevices;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Completes the facts of devices by what is found by their object IDs and by Intune IDs, for as many as a page. */
@Component
public class OtherKeys {

    private final JdbcClient jdbc;
    private final DisabledDevices disabledDevices;

    OtherKeys(JdbcClient jdbc, DisabledDevices disabledDevices) {
        this.jdbc = jdbc;
        this.disabledDevices = disabledDevices;
    }

    /** Returns the facts of these devices, in their order. */
    public List<DeviceFacts> complete(long runId, Collection<JoinedRecords> devices) {
        Map<UUID, DisabledDevice> disabled = disabledDevices.inQueue(
                devices.stream().map(device -> device.entra().objectId()).toList());
        Map<UUID, List<AutopilotIdentity>> registrations = byIntuneId(runId, devices);
        List<DeviceFacts> facts = new ArrayList<>(devices.size());
        for (JoinedRecords device : devices) {
            DisabledDevice grace = disabled.get(device.entra().objectId());
            facts.add(new DeviceFacts(
                    device.entra(),
                    device.managed(),
                    registration(device, registrations),
                    device.removals(),
                    grace == null ? null : grace.disabledAt(),
                    grace != null && grace.takenOver(),
                    device.former()));
        }
        return facts;
    }

    /** Returns the first one, of those that Intune lists if there are any. */
    private static @Nullable AutopilotIdentity registration(
            JoinedRecords device, Map<UUID, List<AutopilotIdentity>> byIntuneId) {
        AutopilotIdentity first = first(null, device.registrations());
        if (!byIntuneId.isEmpty()) {
            for (UUID id : device.intuneIds()) {
                first = first(first, byIntuneId.getOrDefault(id, List.of()));
            }
        }
        return first;
    }

    private static @Nullable AutopilotIdentity first(
            @Nullable AutopilotIdentity found, List<AutopilotIdentity> others) {
        AutopilotIdentity first = found;
        for (AutopilotIdentity other : others) {
            if (first == null || (first.former() && !other.former())) {
                first = other;
            }
        }
        return first;
    }

    private Map<UUID, List<AutopilotIdentity>> byIntuneId(long runId, Collection<JoinedRecords> devices) {
        Set<UUID> distinct = new HashSet<>();
        devices.forEach(device -> distinct.addAll(device.intuneIds()));
        UUID[] intuneIds = distinct.toArray(UUID[]::new);
        Map<UUID, List<AutopilotIdentity>> registrations = new HashMap<>();
        if (intuneIds.length > 0) {
            jdbc.sql(AutopilotIdentityTable.select("managed_device_id = any(:ids)", "former, id, entra_device_id"))
                    .param("run", runId)
                    .param("ids", intuneIds)
                    .query(AutopilotIdentityTable::read)
                    .list()
                    .forEach(each -> registrations
                            .computeIfAbsent(Objects.requireNonNull(each.managedDeviceId()), _ -> new ArrayList<>(1))
                            .add(each));
        }
        return registrations;
    }
}
