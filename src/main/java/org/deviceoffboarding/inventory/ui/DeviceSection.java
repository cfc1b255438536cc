package org.deviceoffboarding.inventory.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.inventory.DeviceFacts;

/**
 * What a feature shows on a device's page, such as why it is flagged. Declared as a bean; beans with a lower
 * {@link org.springframework.core.annotation.Order} stand higher.
 */
public interface DeviceSection {

    /** Returns a state to stand beside the device's name, or nothing. */
    default Optional<Component> state(DeviceFacts device) {
        return Optional.empty();
    }

    /** Returns what is known of a device that the inventory does not have, or nothing. */
    default Optional<Component> gone(UUID objectId) {
        return Optional.empty();
    }

    /** Returns a section, or nothing where there is nothing to say of this device. */
    Optional<Component> section(DeviceFacts device);
}
