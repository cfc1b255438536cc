package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.time.Clock;
import java.util.Optional;
import org.deviceoffboarding.audit.restored.Restoration;
import org.deviceoffboarding.audit.restored.RestorationChanged;
import org.deviceoffboarding.audit.restored.RestorationService;
import org.deviceoffboarding.audit.seal.SealService;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.springframework.core.annotation.Order;

/** Says above every page that the database was restored from a backup, so that nothing is sent, until an owner has confirmed it. */
@org.springframework.stereotype.Component
@Order(4)
class RestoredDatabaseNotice implements ShellSection {

    private final RestorationService restorations;
    private final SealService seals;
    private final CurrentActor currentActor;
    private final OpenPages openPages;
    private final Clock clock;

    RestoredDatabaseNotice(
            RestorationService restorations,
            SealService seals,
            CurrentActor currentActor,
            OpenPages openPages,
            Clock clock) {
        this.restorations = restorations;
        this.seals = seals;
        this.currentActor = currentActor;
        this.openPages = openPages;
        this.clock = clock;
    }

    @Override
    public Component create() {
        return new Line();
    }

    private Optional<Restoration> open() {
        return currentActor.may(Capability.READ) ? restorations.open() : Optional.empty();
    }

    private class Line extends Div implements AfterNavigationObserver {

        private transient Optional<Restoration> said = Optional.empty();

        Line() {
            addClassNames("notice", "notice-bad");
            getElement().setAttribute("role", "alert");
            setVisible(false);
            openPages.follow(this, RestorationChanged.class, this::show);
        }

        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            show();
        }

        /** What stays as it is is left alone, so that nobody is told twice. */
        private void show() {
            if (currentActor.may(Capability.READ) && !seals.locked().isEmpty()) {
                return; // it can't be known now
            }
            Optional<Restoration> restoration = open();
            if (!restoration.equals(said)) {
                said = restoration;
                removeAll();
                setVisible(restoration.isPresent());
                restoration.ifPresent(this::fill);
            }
        }

        private void fill(Restoration restoration) {
            boolean owner = currentActor.may(Capability.CONFIRM_RESTORED_DATABASE);
            Span text = new Span("%s Nothing is sent to Entra until %s. Mail and webhooks wait, too."
                    .formatted(
                            what(restoration),
                            owner
                                    ? "you, or another owner, have confirmed what is open in it"
                                    : "an owner has confirmed what is open in it"));
            text.addClassName("notice-text");
            add(text);
            if (owner) {
                add(new Button(
                        "See what is open…",
                        click -> new RestoredDatabaseDialog(restoration, restorations, clock, this::show).open()));
            }
        }

        private String what(Restoration restoration) {
            return restoration.anotherLog()
                    ? "The checkpoints outside the database are of another audit log: PORTAL_CHECKPOINT_DIR names another portal's folder, or the"
                            + " database is older than its log."
                    : "The database was restored from a backup: it lacks what happened until %s."
                            .formatted(
                                    TimeDisplay.shortly(restoration.outsideAt(), clock.instant(), TimeDisplay.zone()));
        }
    }
}
