package org.deviceoffboarding.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.lost.LostCheckpoints;
import org.deviceoffboarding.audit.lost.LostCheckpointsService;
import org.deviceoffboarding.audit.seal.CheckpointsChanged;
import org.deviceoffboarding.audit.seal.SealService;
import org.deviceoffboarding.audit.verification.VerificationChanged;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.springframework.core.annotation.Order;

/**
 * Says above every page, to owners and auditors, that checkpoints were lost outside the database, until an owner has confirmed that the log
 * fits what is left; and that they don't get there, for as long as that is so.
 */
@org.springframework.stereotype.Component
@Order(6)
class LostCheckpointsNotice implements ShellSection {

    private final LostCheckpointsService losses;
    private final SealService seals;
    private final CurrentActor currentActor;
    private final OpenPages openPages;

    LostCheckpointsNotice(
            LostCheckpointsService losses, SealService seals, CurrentActor currentActor, OpenPages openPages) {
        this.losses = losses;
        this.seals = seals;
        this.currentActor = currentActor;
        this.openPages = openPages;
    }

    @Override
    public Component create() {
        return new Line();
    }

    private String sentences() {
        return currentActor.may(Capability.EXPORT_AUDIT_LOG)
                ? String.join(
                        " ",
                        Stream.of(
                                        losses.latest()
                                                .filter(LostCheckpoints::isOpen)
                                                .map(this::lost),
                                        trouble())
                                .flatMap(Optional::stream)
                                .toList())
                : "";
    }

    private String lost(LostCheckpoints lost) {
        return "The audit log’s checkpoints outside the database lacked some that were there: somebody took the file away, or changed it. "
                + LostCheckpointsCallout.next(lost, currentActor.may(Capability.CONFIRM_LOST_CHECKPOINTS));
    }

    private Optional<String> trouble() {
        return seals.trouble()
                .map(sentence -> "The audit log’s checkpoints are not copied out of the database. " + sentence + ".");
    }

    private class Line extends Div implements AfterNavigationObserver {

        private String said = "";

        Line() {
            addClassNames("notice", "notice-bad");
            getElement().setAttribute("role", "alert");
            setVisible(false);
            openPages.follow(this, List.of(CheckpointsChanged.class, VerificationChanged.class), this::show);
        }

        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            show();
        }

        /** What stays as it is is left alone, so that nobody is told twice. */
        private void show() {
            if (currentActor.may(Capability.EXPORT_AUDIT_LOG) && !seals.locked().isEmpty()) {
                return; // it can't be known now
            }
            String sentences = sentences();
            if (!sentences.equals(said)) {
                said = sentences;
                removeAll();
                setVisible(!sentences.isEmpty());
                Span text = new Span(sentences);
                text.addClassName("notice-text");
                add(text, new Anchor(AuditLink.PATH, "Open the audit log"));
            }
        }
    }
}
