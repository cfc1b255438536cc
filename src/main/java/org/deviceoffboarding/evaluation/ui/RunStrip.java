package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.signals.Signal;
import org.deviceoffboarding.base.ui.ShellSection;
import org.springframework.core.annotation.Order;

/** How far a run is, above every page while it goes on. */
@org.springframework.stereotype.Component
@Order(20)
class RunStrip implements ShellSection {

    private final LatestRun latestRun;

    RunStrip(LatestRun latestRun) {
        this.latestRun = latestRun;
    }

    @Override
    public Component create() {
        Signal<RunState> run = latestRun.state();
        ProgressBar bar = new ProgressBar();
        bar.bindValue(run.map(RunState::fraction));
        bar.getElement().setAttribute("aria-label", "Progress of the run");
        Span sentence = new Span(run.map(RunState::sentence));
        Div strip = new Div(sentence, bar);
        strip.addClassName("run-strip");
        strip.getElement().setAttribute("role", "status");
        strip.bindVisible(run.map(RunState::active));
        return strip;
    }
}
