package org.deviceoffboarding.ask.answer;

import java.util.List;
import org.deviceoffboarding.inventory.criterion.DeviceCondition;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.springframework.stereotype.Component;

/** What features pick devices by, as the list of devices offers it. */
@Component
class Picks {

    private final List<DeviceCriterion> criteria;

    Picks(List<DeviceCriterion> criteria) {
        this.criteria = List.copyOf(criteria);
    }

    /**
     * Returns the devices that a choice of a criterion picks now.
     *
     * @throws IllegalArgumentException if there is no such choice
     */
    DeviceSubset devices(String criterion, String choice) {
        return criteria.stream()
                .filter(each -> each.name().equals(criterion))
                .flatMap(each -> each.choices().stream())
                .filter(each -> each.name().equals(choice))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No criterion " + criterion + " with " + choice))
                .devices();
    }

    DeviceCondition condition(String criterion, String choice) {
        return new DeviceCondition.Picked(devices(criterion, choice));
    }
}
