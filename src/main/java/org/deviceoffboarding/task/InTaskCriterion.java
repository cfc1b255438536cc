package org.deviceoffboarding.task;

import java.util.List;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Narrows devices to those that an open task is about. */
@Component
@Order(42)
class InTaskCriterion implements DeviceCriterion {

    private static final String IN_TASK =
            "select d.object_id from task t join task_device d on d.task_id = t.id where t.open";

    @Override
    public String name() {
        return "task";
    }

    @Override
    public String label() {
        return "In a task";
    }

    @Override
    public boolean inFilterBar() {
        return false;
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                new Choice("YES", "Yes", DeviceSubset.in(IN_TASK)),
                new Choice("NO", "No", DeviceSubset.notIn(IN_TASK)));
    }
}
