package org.deviceoffboarding.playbook.definition;

import java.util.List;
import org.deviceoffboarding.agent.AgentRemains;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Playbooks say how people go about devices, also about those that requests hold, and stay without an agent. */
@Component
@Order(60)
class PlaybookRemains implements AgentRemains {

    private final ChangedPlaybookRepository changed;

    PlaybookRemains(ChangedPlaybookRepository changed) {
        this.changed = changed;
    }

    @Override
    public List<String> stays() {
        long count = changed.count();
        return count == 0
                ? List.of()
                : List.of(
                        count == 1 ? "1 playbook that an owner changed." : count + " playbooks that an owner changed.");
    }
}
