package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.deviceoffboarding.base.ui.PersonDisplay;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.evaluation.RunPace;
import org.deviceoffboarding.evaluation.RunPhase;

/** The run that goes on, step by step. */
class RunPanel extends Composite<Div> {

    private final Span left = new Span();
    private final transient LongFunction<Optional<RunPace>> earlier;
    private transient Optional<RunPace> pace = Optional.empty();
    private long paceBefore;

    /** @param earlier how fast the runs before one went */
    RunPanel(Signal<RunState> run, LongFunction<Optional<RunPace>> earlier) {
        this.earlier = earlier;
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
        getContent().add(new Section("Run in progress", reassurance, steps, new RunBar(run), left, new SpokenRun(run)));
        left.addClassNames("dim", "run-left");
        Signal.effect(left, () -> estimate(run.get()));
        getContent().bindVisible(run.map(RunState::active));
    }

    private void estimate(RunState run) {
        if (run.active() && run.runId() != paceBefore) {
            pace = earlier.apply(run.runId());
            paceBefore = run.runId();
        }
        left.setText(run.active() ? pace.map(known -> words(known, run)).orElse("") : "");
    }

    /** Said as roughly as it is known. */
    private static String words(RunPace pace, RunState run) {
        long seconds = pace.left(RunPhase.values()[run.phase()], run.progress()).toSeconds();
        String left = seconds < 10
                ? "a few seconds are"
                : seconds < 60 ? "less than a minute is" : "about " + (seconds + 59) / 60 + " minutes are";
        return "Estimate from earlier runs: " + left + " left.";
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
