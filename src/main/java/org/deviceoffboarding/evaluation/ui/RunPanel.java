package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.util.function.Function;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.evaluation.RunPhase;

/** The run that goes on, step by step. */
class RunPanel extends Composite<Div> {

    RunPanel(Signal<RunState> run) {
        Span who = new Span(run.map(state -> "Run %d, asked for by %s, %s ago."
                .formatted(state.runId(), PersonDisplay.name(state.requestedBy()), state.elapsed())));
        Paragraph reassurance = new Paragraph(who, new Span(" It goes on if you close this page."));
        reassurance.addClassName("dim");
        Div steps = new Div(
                step(RunPhase.READ, run, RunState::read),
                step(RunPhase.JUDGE, run, RunState::judged),
                step(RunPhase.CONFIRM, run, RunState::confirmed),
                step(RunPhase.SUGGEST, run, state -> "replaces the result"));
        steps.addClassName("run-steps");
        getContent().add(new Section("Run in progress", reassurance, steps, new RunBar(run), new SpokenRun(run)));
        getContent().bindVisible(run.map(RunState::active));
    }

    private static Component step(RunPhase phase, Signal<RunState> run, Function<RunState, String> detail) {
        Span name = new Span(run.map(state -> (state.phase() > phase.ordinal() ? "✓ " : "") + phase.label()));
        name.addClassName("run-step-name");
        Span text = new Span(run.map(state -> state.phase() >= phase.ordinal() ? detail.apply(state) : ""));
        text.addClassName("dim");
        Div step = new Div(name, text);
        step.addClassName("run-step");
        step.bindClassName("run-step-now", run.map(state -> state.phase() == phase.ordinal()));
        return step;
    }
}
