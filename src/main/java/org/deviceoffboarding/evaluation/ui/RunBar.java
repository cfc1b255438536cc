package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.signals.Signal;

/** How far a run is, as a bar. */
class RunBar extends ProgressBar {

    RunBar(Signal<RunState> run) {
        bindValue(run.map(RunState::fraction));
        getElement().setAttribute("aria-label", "Progress of the run");
    }
}
