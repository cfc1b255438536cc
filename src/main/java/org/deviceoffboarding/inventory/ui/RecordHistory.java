package org.deviceoffboarding.inventory.ui;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.DeviceService;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.jspecify.annotations.Nullable;

/** What Entra's and Intune's records say of when: seen first and last, and how it left Intune. */
@org.springframework.stereotype.Component
class RecordHistory implements DeviceHistory {

    private final DeviceService devices;

    RecordHistory(DeviceService devices) {
        this.devices = devices;
    }

    @Override
    public List<DeviceMoment> of(UUID objectId, @Nullable DeviceFacts device) {
        List<DeviceMoment> moments = new ArrayList<>();
        if (device != null) {
            if (device.entra().registered() != null) {
                moments.add(new DeviceMoment(device.entra().registered(), "First seen: registered in Entra"));
            }
            if (device.entra().lastSignIn() != null) {
                moments.add(new DeviceMoment(device.entra().lastSignIn(), "Last activity in Entra, ± 14 days"));
            }
            device.managed().forEach(record -> add(moments, record));
            removals(device).forEach(event -> moments.add(moment(event)));
        }
        return moments;
    }

    private static void add(List<DeviceMoment> moments, ManagedDevice record) {
        if (record.enrolled() != null) {
            moments.add(new DeviceMoment(record.enrolled(), "Enrolled in Intune"));
        }
        if (record.lastSync() != null) {
            moments.add(new DeviceMoment(record.lastSync(), "Last sync with Intune"));
        }
    }

    /** What the look-back reaches, and what was read before; what is in both is one event. */
    private Set<RemovalEvent> removals(DeviceFacts device) {
        Set<RemovalEvent> events = new LinkedHashSet<>(device.removals());
        if (device.entra().deviceId() != null) {
            devices.removals(device.entra().deviceId()).stream()
                    .filter(known -> events.stream().noneMatch(event -> isSame(event, known)))
                    .toList()
                    .forEach(events::add);
        }
        return events;
    }

    private static boolean isSame(RemovalEvent one, RemovalEvent other) {
        return one.kind() == other.kind()
                && one.at().equals(other.at())
                && Objects.equals(one.intuneId(), other.intuneId());
    }

    private static DeviceMoment moment(RemovalEvent event) {
        return new DeviceMoment(event.at(), words(event), Objects.requireNonNullElse(event.actor(), ""), null);
    }

    private static String words(RemovalEvent event) {
        if (!event.success()) {
            return switch (event.kind()) {
                case RETIRE -> "Retire failed in Intune";
                case WIPE -> "Wipe failed in Intune";
                case DELETE -> "Delete failed in Intune";
                case HIDDEN -> "Hiding failed in Intune";
                case GONE -> "Missing in Intune";
            };
        }
        return switch (event.kind()) {
            case RETIRE -> "Retired in Intune";
            case WIPE -> "Wiped in Intune";
            case DELETE -> "Deleted in Intune";
            case HIDDEN -> "Hidden by a clean-up rule of Intune";
            case GONE -> "First missing in Intune; it has no event that says why";
        };
    }
}
