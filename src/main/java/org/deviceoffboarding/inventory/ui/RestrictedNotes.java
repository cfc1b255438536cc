package org.deviceoffboarding.inventory.ui;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.inventory.DeviceService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says in lists of devices, and in what is taken away of them, which are in restricted administrative units. */
@Component
@Order(10)
class RestrictedNotes implements DeviceNotes {

    private final DeviceService devices;

    RestrictedNotes(DeviceService devices) {
        this.devices = devices;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> objectIds) {
        return devices.restricted(objectIds).stream()
                .collect(Collectors.toMap(Function.identity(), id -> "Restricted in Entra"));
    }
}
