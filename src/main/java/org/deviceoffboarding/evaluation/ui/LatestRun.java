package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Clock;
import org.deviceoffboarding.base.ui.Followers;
import org.deviceoffboarding.evaluation.RunChanged;
import org.springframework.context.event.EventListener;

/**
 * The latest run, as every open browser window follows it. Changes arrive from the thread that carries the run out, and are
 * passed on by it, in their order: pages that follow other news read again, in a thread of its own, what it is now; this
 * has the state at hand, and mirrors every one. Each window has a signal of its own: one shared by all can miss a change
 * that comes while a page is being built, and then shows a run that has ended as going on for ever.
 */
@org.springframework.stereotype.Component
class LatestRun {

    private final Followers followers = new Followers();
    private final Clock clock;
    private volatile RunState state = RunState.NONE;

    LatestRun(Clock clock) {
        this.clock = clock;
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
        change(RunState.of(event.run(), clock));
        followers.tell();
    }

    /** What comes from another thread can come late; a run that has ended does not go on again. */
    private synchronized void change(RunState next) {
        boolean late = next.runId() < state.runId() || next.runId() == state.runId() && !state.active();
        state = late ? state : next;
    }
}
