package org.deviceoffboarding.evaluation.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.schedule.ScheduledRun;
import org.jspecify.annotations.Nullable;

/** Who started a run, for people: of one by the schedule also who had set that. */
public final class StarterDisplay {

    private StarterDisplay() {}

    /** @param scheduled what is known of it where the schedule started it, else null */
    public static Component of(Run run, @Nullable ScheduledRun scheduled) {
        Component by = PersonDisplay.of(run.requestedBy());
        if (scheduled == null) {
            return by;
        }
        Span setBy = new Span(", set by " + PersonDisplay.name(scheduled.setBy()));
        setBy.addClassName("dim");
        setBy.setTitle(scheduled.setBy().name());
        return new Span(by, setBy);
    }
}
