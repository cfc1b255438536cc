package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.agent.AgentSetUp;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the first run as soon as an agent is set up, so that the person who did it sees what it finds. */
@Component
class FirstRun {

    private final RunService runs;

    FirstRun(RunService runs) {
        this.runs = runs;
    }

    @EventListener
    void on(AgentSetUp event) {
        runs.start();
    }
}
