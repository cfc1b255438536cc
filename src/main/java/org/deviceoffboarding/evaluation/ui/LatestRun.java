package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.deviceoffboarding.base.ui.Followers;
import org.deviceoffboarding.base.ui.Telling;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;

/**
 * The latest run, as every open browser window follows it. Changes arrive from the thread that carries the run out, which
 * does not wait for the windows: they are told when a run starts, comes to its next phase and ends, and while it goes on by
 * a beat once a second, with what has changed by then. Pages that follow other news read again what it is now; this has the
 * state at hand. Each window has a signal of its own: one shared by all can miss a change that comes while a page is being
 * built, and then shows a run that has ended as going on for ever.
 *
 * <p>The beat lets the elapsed time go on, too: a page of Graph can take minutes, in which nothing else changes.
 */
@org.springframework.stereotype.Component
class LatestRun implements DisposableBean {

    private final Followers ofState = new Followers();
    private final Followers ofTurns = new Followers();
    private final Clock clock;
    private final Beat beat;
    private final Telling telling;
    private final AtomicBoolean turned = new AtomicBoolean();
    private @Nullable Run run;
    private @Nullable PhaseBegun begun;
    private volatile RunState state = RunState.NONE;

    @Autowired
    LatestRun(Clock clock) {
        this.clock = clock;
        this.beat = new SecondBeat();
        this.telling = new Telling(this::tell);
    }

    LatestRun(Clock clock, Beat beat, Executor thread) {
        this.clock = clock;
        this.beat = beat;
        this.telling = new Telling(this::tell, thread);
    }

    /** Returns the state of the latest run, which changes for as long as the follower is part of a page. */
    Signal<RunState> followedBy(Component follower) {
        return follow(follower, ofState, () -> state);
    }

    /** Returns which run is the latest and whether it goes on, for what has nothing to say of how far it is. */
    Signal<RunTurn> turnsFollowedBy(Component follower) {
        return follow(follower, ofTurns, () -> state.turn());
    }

    @EventListener
    void on(RunChanged event) {
        if (change(event.run())) {
            telling.begin();
        }
    }

    @Override
    public void destroy() {
        beat.stop();
    }

    private static <T> Signal<T> follow(Component follower, Followers followers, Supplier<T> now) {
        ValueSignal<T> seen = new ValueSignal<>(now.get());
        followers.add(follower, () -> seen.set(now.get()));
        follower.addAttachListener(attached -> seen.set(now.get())); // what has changed since the follower was made
        return seen;
    }

    /**
     * What comes from another thread can come late; a run that has ended does not go on again.
     *
     * @return whether pages have to be told at once
     */
    private synchronized boolean change(Run next) {
        RunState before = state;
        boolean late = next.id() < before.runId() || next.id() == before.runId() && !before.active();
        if (late) {
            return false;
        }
        run = next;
        if (begun == null || next.id() != before.runId() || next.phase().ordinal() != before.phase()) {
            begun = PhaseBegun.now(next, clock);
        }
        state = RunState.of(next, begun, clock);
        if (next.active()) {
            beat.start(this::goOn);
        } else {
            beat.stop();
        }
        boolean turn = !state.turn().equals(before.turn());
        if (turn) {
            turned.set(true);
        }
        return turn || state.phase() != before.phase();
    }

    private void goOn() {
        synchronized (this) {
            if (run == null || begun == null || !run.active()) {
                return;
            }
            state = RunState.of(run, begun, clock);
        }
        telling.begin();
    }

    private void tell() {
        Followers.tell(turned.getAndSet(false) ? List.of(ofState, ofTurns) : List.of(ofState));
    }
}
