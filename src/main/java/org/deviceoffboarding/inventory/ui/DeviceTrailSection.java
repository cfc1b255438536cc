package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.audit.ui.DeviceTrail;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.springframework.core.annotation.Order;

/** What the audit log has on a device's page, also where the device is gone. */
@org.springframework.stereotype.Component
@Order(1_000)
class DeviceTrailSection implements DeviceSection {

    private final DeviceTrail trail;

    DeviceTrailSection(DeviceTrail trail) {
        this.trail = trail;
    }

    @Override
    public Optional<Component> section(DeviceFacts device) {
        return Optional.of(trail.section(device.entra().objectId(), name(device)));
    }

    @Override
    public Optional<Component> gone(UUID objectId) {
        return Optional.of(trail.section(objectId, ""));
    }

    private static String name(DeviceFacts device) {
        return Objects.requireNonNullElse(device.entra().displayName(), "");
    }
}
