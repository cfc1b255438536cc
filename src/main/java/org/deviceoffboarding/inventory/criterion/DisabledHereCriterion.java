package org.deviceoffboarding.inventory.criterion;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Narrows the list of devices to those that this portal disabled. */
@Component
@Order(30)
class DisabledHereCriterion implements DeviceCriterion {

    private static final String DISABLED = "select object_id from device_disabled_here where not taken_over";

    @Override
    public String name() {
        return "disabledHere";
    }

    @Override
    public String label() {
        return "Disabled by the portal";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                new Choice("YES", "Yes", DeviceSubset.in(DISABLED)),
                new Choice("NO", "No", DeviceSubset.notIn(DISABLED)),
                new Choice(
                        "TAKEN_OVER",
                        "Taken over",
                        DeviceSubset.in("select object_id from device_disabled_here where taken_over")));
    }
}
