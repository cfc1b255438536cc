package org.deviceoffboarding.instruction.effect;

import java.util.function.BooleanSupplier;
import org.deviceoffboarding.agent.AgentRemains;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who was in groups that instructions named, as the agent read it. */
@Component
@Order(20)
class GroupRemains implements AgentRemains {

    private final InstructionGroupRepository groups;

    GroupRemains(InstructionGroupRepository groups) {
        this.groups = groups;
    }

    @Override
    public boolean clear(BooleanSupplier stopping) {
        groups.forgetBefore(
                Long.MAX_VALUE); // of one run or two: earlier ones were forgotten as others took their place
        return true;
    }
}
