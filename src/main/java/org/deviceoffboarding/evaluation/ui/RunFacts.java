package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.signals.Signal;
import java.time.Clock;
import org.deviceoffboarding.base.ui.Amounts;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.schedule.ScheduledRun;
import org.deviceoffboarding.evaluation.schedule.ui.StarterDisplay;
import org.jspecify.annotations.Nullable;

/** When a run was, and what it read and found; of one that goes on, how far it is. */
class RunFacts extends Div {

    private final transient @Nullable ScheduledRun scheduled;
    private final transient Clock clock;

    /** @param scheduled what is known of it where the schedule started it, else null */
    RunFacts(Run run, @Nullable ScheduledRun scheduled, Signal<RunState> latest, Clock clock) {
        this.scheduled = scheduled;
        this.clock = clock;
        addClassName("columns");
        if (run.active()) {
            Signal.effect(this, () -> show(latest.get().now(run)));
        } else {
            show(run);
        }
    }

    private void show(Run run) {
        removeAll();
        add(when(run), what(run));
    }

    private Section when(Run run) {
        Facts when = new Facts()
                .with("Asked for by", StarterDisplay.of(run, scheduled))
                .with("Asked for", TimeDisplay.span(run.requestedAt(), clock.instant()))
                .with("Ended", TimeDisplay.span(run.finishedAt(), clock.instant()))
                .with("Duration", TimeDisplay.duration(run.duration(clock.instant())))
                .with("Interrupted", interrupted(run.restarts()));
        if (scheduled != null) {
            when.with("Due", TimeDisplay.span(scheduled.dueAt(), clock.instant()))
                    .with("Suggestions", scheduled.keepProgress() ? "keep status and assignee" : "begin anew");
        }
        return new Section("Run", when);
    }

    /** Zero is said only of what was read, or judged, and is none. */
    private static Section what(Run run) {
        RunProgress read = run.progress();
        boolean anything = run.status() != RunStatus.FAILED || read.devicesRead() > 0;
        boolean judged = run.status() == RunStatus.COMPLETED;
        Facts what = new Facts()
                .with("Entra devices", number(anything, read.entraDevices()))
                .with("Managed devices", number(anything, read.managedDevices()))
                .with("Autopilot registrations", number(anything, read.autopilotIdentities()))
                .with("Removal events", number(anything, read.removalEvents()))
                .with("Flagged", number(judged, run.flagged()))
                .with("Left out", number(judged, run.leftOut()))
                .with("Suggestions", number(judged, run.suggestions()));
        return new Section("Read and found", what);
    }

    private static String interrupted(int times) {
        return switch (times) {
            case 0 -> "no";
            case 1 -> "once";
            default -> times + " times";
        };
    }

    private static String number(boolean known, long number) {
        return known ? Amounts.number(number) : "";
    }
}
