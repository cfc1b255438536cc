package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A line above every page that is there for as long as there is something to say of the latest run.
 *
 * @param <T> what is to be said; what equals what is shown is left alone, so that nobody is told twice
 */
abstract class RunLine<T> extends Div implements AfterNavigationObserver {

    private final transient Supplier<Optional<T>> now;
    private transient @Nullable T shown;

    /** @param now asked when a run starts or ends, and when another page is opened */
    RunLine(LatestRun latestRun, Supplier<Optional<T>> now) {
        this.now = now;
        setVisible(false);
        Signal<RunTurn> turn = latestRun.turnsFollowedBy(this);
        Signal.effect(this, () -> {
            turn.get();
            show();
        });
    }

    /** Adds what says it to the empty line. */
    abstract void fill(T said);

    /** A run may have ended where this portal does not hear of it. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    /** Asks again what is to be said; for other news than of runs. */
    final void show() {
        @Nullable T said = now.get().orElse(null);
        if (said == null || !said.equals(shown)) {
            removeAll();
            setVisible(said != null);
            if (said != null) {
                fill(said);
            }
        }
        shown = said;
    }
}
