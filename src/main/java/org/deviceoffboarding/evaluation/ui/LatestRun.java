package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deviceoffboarding.evaluation.RunChanged;
import org.springframework.context.event.EventListener;

/**
 * The latest run, as every open browser window follows it. Changes arrive from the thread that carries the run out. Each
 * window has a signal of its own: one shared by all can miss a change that comes while a page is being built, and then
 * shows a run that has ended as going on for ever.
 */
@org.springframework.stereotype.Component
class LatestRun {

    private final Set<Runnable> followers = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private volatile RunState state = RunState.NONE;

    LatestRun(Clock clock) {
        this.clock = clock;
    }

    /** Returns the state of the latest run, which changes for as long as the follower is part of a page. */
    Signal<RunState> followedBy(Component follower) {
        ValueSignal<RunState> seen = new ValueSignal<>(state);
        follower.addAttachListener(attached -> follow(attached, seen));
        return seen;
    }

    @EventListener
    void on(RunChanged event) {
        change(RunState.of(event.run(), clock));
        followers.forEach(Runnable::run);
    }

    /** What comes from another thread can come late; a run that has ended does not go on again. */
    private synchronized void change(RunState next) {
        boolean late = next.runId() < state.runId() || next.runId() == state.runId() && !state.active();
        state = late ? state : next;
    }

    private void follow(AttachEvent attached, ValueSignal<RunState> seen) {
        UI window = attached.getUI();
        Runnable follower = () -> tell(window, seen);
        followers.add(follower);
        attached.getSource().addDetachListener(detached -> {
            followers.remove(follower);
            detached.unregisterListener();
        });
        seen.set(state); // what has changed since the follower was made
    }

    private void tell(UI window, ValueSignal<RunState> seen) {
        try {
            window.access(() -> seen.set(state));
        } catch (UIDetachedException closedMeanwhile) {
            // Nobody looks any more; its detach listener ends the following.
        }
    }
}
