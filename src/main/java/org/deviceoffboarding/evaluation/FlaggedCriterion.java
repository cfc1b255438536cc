package org.deviceoffboarding.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.inventory.criterion.DeviceCriterion;
import org.deviceoffboarding.inventory.criterion.DeviceSubset;
import org.deviceoffboarding.judging.Situation;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Narrows the list of devices to those that the newest result flags, or flags for one situation, or does not flag. */
@Component
@Order(10)
class FlaggedCriterion implements DeviceCriterion {

    private static final String FLAGGED = "select object_id from finding where run_id = :run";

    private static final String MARKED = "e.mark is not null";

    @Override
    public String name() {
        return "situation";
    }

    @Override
    public String label() {
        return "Situation";
    }

    @Override
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("FLAGGED", "Flagged", DeviceSubset.in(FLAGGED).marked(MARKED)));
        choices.add(new Choice(
                "NOT_FLAGGED", "Not flagged", DeviceSubset.notIn(FLAGGED).marked(MARKED)));
        for (Situation situation : Situation.values()) {
            choices.add(new Choice(
                    situation.name(),
                    situation.label(),
                    new DeviceSubset(
                            true,
                            FLAGGED + " and situation = :situation",
                            Map.of("situation", situation.name()),
                            "coalesce(e.mark & 15, 0) = " + (situation.ordinal() + 1)))); // see finding_sort
        }
        return choices;
    }
}
