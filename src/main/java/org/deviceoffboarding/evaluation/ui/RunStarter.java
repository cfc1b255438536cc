package org.deviceoffboarding.evaluation.ui;

import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.evaluation.RunAlreadyActiveException;
import org.deviceoffboarding.evaluation.RunRefusedException;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.rules.RulesService;
import org.springframework.stereotype.Component;

/** Starts runs for the person signed in, wherever a page offers it: the same question first, the same answers after. */
@Component
class RunStarter {

    private final RunService runs;
    private final RulesService rules;
    private final Obstacles obstacles;
    private final CurrentActor currentActor;

    RunStarter(RunService runs, RulesService rules, Obstacles obstacles, CurrentActor currentActor) {
        this.runs = runs;
        this.rules = rules;
        this.obstacles = obstacles;
        this.currentActor = currentActor;
    }

    /** Returns whether the person signed in may start runs. */
    boolean allowed() {
        return currentActor.may(Capability.RUN_AGENT);
    }

    /** Returns a new component that says what would make a run fail. */
    RunOutlook outlook() {
        return new RunOutlook(obstacles);
    }

    /** Asks whether to start a run, and says why where none starts. */
    void ask() {
        new RunDialog(runs.latestCompleted(), rules.current().keepProgress(), outlook(), this::start).open();
    }

    private void start() {
        try {
            runs.start();
        } catch (RunAlreadyActiveException | AgentMissingException | RunRefusedException e) {
            Notices.problem(String.valueOf(e.getMessage()));
        }
    }
}
