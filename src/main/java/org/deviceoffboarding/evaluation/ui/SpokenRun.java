package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;

/** The steps of a run for those who listen: numbers that change every second are for those who look. */
class SpokenRun extends Span {

    SpokenRun(Signal<RunState> run) {
        super(run.map(RunState::spoken));
        addClassName("visually-hidden");
        getElement().setAttribute("role", "status");
    }
}
