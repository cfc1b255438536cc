package org.deviceoffboarding.remediation.execution;

import java.util.List;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Narrows the list of devices to those that are in a request which has not ended for them. */
@Component
@Order(40)
class InRequestCriterion implements DeviceCriterion {

    private static final String IN_REQUEST = "select object_id from requested_device where " + OpenRequests.OPEN;

    @Override
    public String name() {
        return "request";
    }

    @Override
    public String label() {
        return "In a request";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                new Choice("YES", "Yes", DeviceSubset.in(IN_REQUEST)),
                new Choice("NO", "No", DeviceSubset.notIn(IN_REQUEST)));
    }
}
