package org.deviceoffboarding.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.inventory.table.RemovalEventTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds removal events among Intune's audit events. */
@Component
class RemovalEvents {

    private static final String DEVICE_ID = "AzureADDeviceId";
    private static final String DEVICE_NAME = "DeviceName";

    private final RemovalProperties properties;

    RemovalEvents(RemovalProperties properties) {
        this.properties = properties;
    }

    /** Returns one event for each device that an audit event removed; none if it removed none. */
    List<RemovalEventTable.Keyed> in(AuditEventRow row) {
        RemovalEvent.Kind kind = properties.kindOf(row);
        Instant at = BlankValues.orTime(row.activityDateTime());
        if (kind == null || at == null || row.resources() == null) {
            return List.of();
        }
        var events = new ArrayList<RemovalEventTable.Keyed>();
        for (AuditEventRow.Resource resource : row.resources()) {
            if (resource != null && namesADevice(resource)) {
                events.add(new RemovalEventTable.Keyed(key(row), events.size(), event(row, kind, at, resource)));
            }
        }
        return events;
    }

    private static boolean namesADevice(AuditEventRow.Resource resource) {
        return BlankValues.orId(resource.resourceId()) != null
                || BlankValues.orId(resource.property(DEVICE_ID)) != null;
    }

    private static RemovalEvent event(
            AuditEventRow row, RemovalEvent.Kind kind, Instant at, AuditEventRow.Resource resource) {
        String name = BlankValues.orText(resource.displayName());
        UUID entraDeviceId = BlankValues.orId(resource.property(DEVICE_ID));
        return new RemovalEvent(
                kind,
                RemovalEvent.Source.AUDIT,
                at,
                row.actor() == null ? null : row.actor().name(),
                isSuccess(row.activityResult()),
                BlankValues.orText(row.activityResult()),
                entraDeviceId,
                BlankValues.orId(resource.resourceId()),
                name == null ? BlankValues.orText(resource.property(DEVICE_NAME)) : name);
    }

    private static boolean isSuccess(@Nullable String result) {
        return result != null && result.strip().toLowerCase(Locale.ROOT).startsWith("success");
    }

    /** The event's ID tells a replay from a second event; the few without one are told apart by what they say. */
    private static String key(AuditEventRow row) {
        String id = BlankValues.orText(row.id());
        return id == null ? "unnamed-" + Integer.toHexString(Objects.hash(row)) : id;
    }
}
