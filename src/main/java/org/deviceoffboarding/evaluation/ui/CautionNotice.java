package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.signals.Signal;
import java.util.Optional;
import org.deviceoffboarding.base.ui.ShellSection;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/**
 * Says above every page why the result that pages show may be wrong, until the next one, for those who can do something about
 * it. A {@linkplain FailureNotice failure} since then comes first.
 */
@org.springframework.stereotype.Component
@Order(16)
class CautionNotice implements ShellSection {

    private final RunService runs;
    private final RunStarter starter;
    private final LatestRun latestRun;

    CautionNotice(RunService runs, RunStarter starter, LatestRun latestRun) {
        this.runs = runs;
        this.starter = starter;
        this.latestRun = latestRun;
    }

    @Override
    public Component create() {
        return new Line();
    }

    private Optional<Run> result() {
        return starter.allowed() && runs.failedSince().isEmpty()
                ? runs.latestCompleted().filter(run -> run.caution() != null)
                : Optional.empty();
    }

    private class Line extends Div implements AfterNavigationObserver {

        private @Nullable Long shown;

        Line() {
            addClassNames("notice", "notice-attention");
            getElement().setAttribute("role", "status");
            setVisible(false);
            Signal<RunState> run = latestRun.followedBy(this);
            Signal<Long> started = run.map(RunState::runId);
            Signal<Boolean> active = run.map(RunState::active);
            Signal.effect(this, () -> {
                started.get(); // one run can follow another before this window hears of it
                active.get();
                show();
            });
        }

        /** A run may have ended where this portal does not hear of it. */
        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            show();
        }

        private void show() {
            Run result = result().orElse(null);
            if (result == null || !Long.valueOf(result.id()).equals(shown)) {
                removeAll();
                setVisible(result != null);
                if (result != null) {
                    Span sentence = new Span("Result of run " + result.id() + ": " + result.caution());
                    sentence.addClassName("notice-text");
                    Anchor link = RunLink.of(result.id());
                    link.setText("Open run " + result.id());
                    add(sentence, link);
                }
            }
            shown = result == null ? null : result.id();
        }
    }
}
