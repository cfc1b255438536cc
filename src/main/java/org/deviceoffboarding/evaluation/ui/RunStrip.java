package org.deviceoffboarding.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.local.ValueSignal;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.springframework.core.annotation.Order;

/** How far a run is, above every page while it goes on; on Overview {@link RunPanel} says it at more length. */
@org.springframework.stereotype.Component
@Order(20)
class RunStrip implements ShellSection {

    private final LatestRun latestRun;

    RunStrip(LatestRun latestRun) {
        this.latestRun = latestRun;
    }

    @Override
    public Component create() {
        return new Strip(latestRun);
    }

    private static class Strip extends Div implements AfterNavigationObserver {

        private final ValueSignal<Boolean> onOverview = new ValueSignal<>(true);

        Strip(LatestRun latestRun) {
            Signal<RunState> run = latestRun.followedBy(this);
            addClassName("run-strip");
            add(
                    new Span(run.map(RunState::sentence)),
                    new Anchor("", "Follow it"),
                    new RunBar(run),
                    new SpokenRun(run));
            bindVisible(Signal.computed(() -> run.get().active() && !onOverview.get()));
        }

        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            onOverview.set(event.getLocation().getPath().isEmpty());
        }
    }
}
