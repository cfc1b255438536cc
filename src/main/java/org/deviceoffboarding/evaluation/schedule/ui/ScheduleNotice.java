package org.deviceoffboarding.evaluation.schedule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.TimesInText;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.deviceoffboarding.evaluation.schedule.ScheduleMoved;
import org.deviceoffboarding.evaluation.schedule.ScheduleService;
import org.deviceoffboarding.evaluation.schedule.ScheduleState.GivenUp;
import org.deviceoffboarding.inventory.InventoryReplaced;
import org.springframework.core.annotation.Order;

/**
 * Says above every page that a run by the schedule failed and is not tried again, until one is completed, for those who can run
 * the agent. Why its last run failed the notice of that says.
 */
@org.springframework.stereotype.Component
@Order(18)
class ScheduleNotice implements ShellSection {

    private final ScheduleService schedules;
    private final CurrentActor currentActor;
    private final OpenPages openPages;
    private final Clock clock;

    ScheduleNotice(ScheduleService schedules, CurrentActor currentActor, OpenPages openPages, Clock clock) {
        this.schedules = schedules;
        this.currentActor = currentActor;
        this.openPages = openPages;
        this.clock = clock;
    }

    @Override
    public Component create() {
        return new Line();
    }

    private Optional<String> sentence() {
        return currentActor.may(Capability.RUN_AGENT)
                ? Optional.ofNullable(schedules.state().givenUp()).map(this::sentence)
                : Optional.empty();
    }

    private String sentence(GivenUp givenUp) {
        return ScheduleWords.of(givenUp, clock.instant(), TimeDisplay.zone())
                + (givenUp.run() == null ? TimesInText.local(givenUp.failure()) : "");
    }

    private class Line extends Div implements AfterNavigationObserver {

        private Optional<String> said = Optional.empty();
        private String path = "";

        Line() {
            addClassNames("notice", "notice-bad");
            getElement().setAttribute("role", "alert");
            setVisible(false);
            openPages.follow(this, List.of(ScheduleMoved.class, InventoryReplaced.class), this::show);
        }

        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            path = event.getLocation().getPath();
            show();
        }

        /** What stays as it is is left alone, so that nobody is told twice. */
        private void show() {
            Optional<String> sentence = path.equals(ScheduleView.PATH) ? Optional.empty() : sentence();
            if (sentence.equals(said)) {
                return;
            }
            said = sentence;
            removeAll();
            setVisible(sentence.isPresent());
            sentence.ifPresent(this::fill);
        }

        private void fill(String sentence) {
            Span text = new Span(sentence.strip());
            text.addClassName("notice-text");
            add(text, new Anchor(ScheduleView.PATH, "Open schedule"));
        }
    }
}
