package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Clock;
import org.deviceoffboarding.base.ui.Followers;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;

/**
 * The latest run, as every open browser window follows it. Changes arrive from the thread that carries the run out, and are
 * passed on by it, in their order: pages that follow other news read again, in a thread of its own, what it is now; this
 * has the state at hand, and mirrors every one. Each window has a signal of its own: one shared by all can miss a change
 * that comes while a page is being built, and then shows a run that has ended as going on for ever.
 *
 * <p>While a run goes on, and only then, a beat once a second lets the elapsed time go on, too: a page of Graph can take
 * minutes, in which nothing else changes.
 */
@org.springframework.stereotype.Component
class LatestRun implements DisposableBean {

    private final Followers followers = new Followers();
    private final Clock clock;
    private final Beat beat;
    private @Nullable Run run;
    private volatile RunState state = RunState.NONE;

    @Autowired
    LatestRun(Clock clock) {
        this(clock, new SecondBeat());
    }

    LatestRun(Clock clock, Beat beat) {
        this.clock = clock;
        this.beat = beat;
    }

    /** Returns the state of the latest run, which changes for as long as the follower is part of a page. */
    Signal<RunState> followedBy(Component follower) {
        ValueSignal<RunState> seen = new ValueSignal<>(state);
        followers.add(follower, () -> seen.set(state));
        follower.addAttachListener(attached -> seen.set(state)); // what has changed since the follower was made
        return seen;
    }

    @EventListener
    void on(RunChanged event) {
        change(event.run());
        followers.tell();
    }

    @Override
    public void destroy() {
        beat.stop();
    }

    /** What comes from another thread can come late; a run that has ended does not go on again. */
    private synchronized void change(Run next) {
        boolean late = next.id() < state.runId() || next.id() == state.runId() && !state.active();
        if (late) {
            return;
        }
        run = next;
        state = RunState.of(next, clock);
        if (next.active()) {
            beat.start(this::goOn);
        } else {
            beat.stop();
        }
    }

    private void goOn() {
        synchronized (this) {
            if (run == null || !run.active()) {
                return;
            }
            state = RunState.of(run, clock);
        }
        followers.tell();
    }
}
