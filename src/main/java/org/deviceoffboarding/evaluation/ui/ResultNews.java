package org.deviceoffboarding.evaluation.ui;

import java.time.Clock;
import java.util.Objects;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.springframework.stereotype.Component;

/** Which result counts, and how open pages and dialogs learn that another one does. */
@Component
public class ResultNews {

    private final RunService runs;
    private final OpenPages openPages;
    private final CurrentActor currentActor;
    private final Clock clock;

    ResultNews(RunService runs, OpenPages openPages, CurrentActor currentActor, Clock clock) {
        this.runs = runs;
        this.openPages = openPages;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Returns the run whose result counts; 0 before the first, and for people who may not see any. */
    public long result() {
        return !currentActor.may(Capability.READ)
                ? 0
                : runs.latestCompleted().map(Run::id).orElse(0L);
    }

    /** Calls back after each time that another result counts, for as long as the component is part of a page. */
    void follow(com.vaadin.flow.component.Component follower, Runnable update) {
        openPages.follow(follower, InventoryReplaced.class, update);
    }

    /** Returns from when the newest result is, in words. */
    String time() {
        return runs.latestCompleted()
                .map(run -> TimeDisplay.shortly(
                        Objects.requireNonNullElse(run.finishedAt(), run.requestedAt()),
                        clock.instant(),
                        TimeDisplay.zone()))
                .orElse("now");
    }
}
