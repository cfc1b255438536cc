package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.deviceoffboarding.base.ui.Amounts;
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
                step(RunPhase.SUGGEST, run, state -> "makes the result"));
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

    private static String words(RunPace pace, RunState run) {
        return pace.left(RunPhase.values()[run.phase()], run.progress(), run.begun(), run.inPhase())
                .map(left -> "Estimate from earlier runs: " + words(left) + " left.")
                .orElse("It is slower than earlier runs: how long it still takes is not known.");
    }

    /** Said as roughly as it is known. */
    private static String words(RunPace.Left left) {
        long most = left.most().toSeconds();
        if (most < 60) {
            return most < 10 ? "a few seconds are" : "less than a minute is";
        }
        long from = minutes(left.least());
        long to = minutes(left.most());
        return "about "
                + (from == to
                        ? Amounts.count(to, "minute is", "minutes are")
                        : Amounts.number(from) + " to " + Amounts.number(to) + " minutes are");
    }

    /** Returns the minutes that have begun by then. */
    private static long minutes(Duration left) {
        return Math.max(1, (left.toSeconds() + 59) / 60);
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
