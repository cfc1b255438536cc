package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedValueSignal;
import java.time.Clock;
import org.deviceoffboarding.evaluation.RunChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The latest run, as one signal shared by every open browser window. Changes arrive from the thread that carries the run
 * out; windows follow on their own.
 */
@Component
class LatestRun {

    private final SharedValueSignal<RunState> state = new SharedValueSignal<>(RunState.NONE);
    private final Clock clock;

    LatestRun(Clock clock) {
        this.clock = clock;
    }

    Signal<RunState> state() {
        return state.asReadonly();
    }

    @EventListener
    void on(RunChanged event) {
        state.set(RunState.of(event.run(), clock));
    }
}
