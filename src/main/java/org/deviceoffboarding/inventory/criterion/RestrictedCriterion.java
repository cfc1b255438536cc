package org.deviceoffboarding.inventory.criterion;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Narrows the list of devices to those in restricted management administrative units. */
@Component
@Order(35)
class RestrictedCriterion implements DeviceCriterion {

    private static final String RESTRICTED =
            "select object_id from entra_device where run_id = :run and management_restricted";

    @Override
    public String name() {
        return "restricted";
    }

    @Override
    public String label() {
        return "Restricted in Entra";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                new Choice("YES", "Yes", DeviceSubset.in(RESTRICTED)),
                new Choice("NO", "No", DeviceSubset.notIn(RESTRICTED)));
    }
}
