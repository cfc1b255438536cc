package org.deviceoffboarding.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.shell.ShellSection;
import org.deviceoffboarding.proof.ProofChanged;
import org.deviceoffboarding.proof.ProofService;
import org.deviceoffboarding.proof.ProofState;
import org.springframework.core.annotation.Order;

/** Says above every page that the portal soon cannot prove itself to the tenant any more, or cannot now, and what to do. */
@SpringComponent
@Order(8)
class ProofNotice implements ShellSection {

    private static final String NEW_ONE =
            " Whoever runs the portal adds a new one to the app registration in the Entra admin center, and puts it, with its key, into"
                    + " the file that PORTAL_TENANT_CERTIFICATE_FILE names, which is read anew.";

    private final ProofService proof;
    private final CurrentActor currentActor;
    private final OpenPages openPages;
    private final Clock clock;

    ProofNotice(ProofService proof, CurrentActor currentActor, OpenPages openPages, Clock clock) {
        this.proof = proof;
        this.currentActor = currentActor;
        this.openPages = openPages;
        this.clock = clock;
    }

    @Override
    public Component create() {
        return new Line();
    }

    private Optional<String> sentence() {
        if (!currentActor.may(Capability.READ)) {
            return Optional.empty();
        }
        ProofState state = proof.state();
        Instant end = state.validUntil();
        if (end != null && state.expired(clock.instant())) {
            return Optional.of("The certificate that the portal proves itself with expired on " + TimeDisplay.day(end)
                    + ". Nobody can sign in any more, and nothing is read or carried out."
                    + (state.problem().isEmpty()
                            ? NEW_ONE
                            : " The file holds something new, which can't be used: " + state.problem()));
        }
        if (!state.problem().isEmpty() && !state.usedMeanwhile()) {
            return Optional.of(
                    "The portal can't prove itself to the tenant, so that nobody can sign in, and nothing is read or carried"
                            + " out. " + state.problem());
        }
        if (!currentActor.may(Capability.RUN_AGENT)) {
            return Optional.empty(); // who can do nothing about it need not know before it is so
        }
        if (!state.problem().isEmpty()) {
            return Optional.of(state.problem()
                    + " The portal goes on with the certificate that it read before, until it is started again.");
        }
        return end != null && state.expiresSoon(clock.instant())
                ? Optional.of("The certificate that the portal proves itself with expires on " + TimeDisplay.day(end)
                        + "." + NEW_ONE)
                : Optional.empty();
    }

    private class Line extends Div implements AfterNavigationObserver {

        Line() {
            addClassNames("notice", "notice-attention");
            setVisible(false);
            openPages.follow(this, ProofChanged.class, this::show);
        }

        @Override
        public void afterNavigation(AfterNavigationEvent event) {
            show();
        }

        private void show() {
            removeAll();
            Optional<String> sentence = sentence();
            setVisible(sentence.isPresent());
            sentence.ifPresent(text -> add(new Span(text)));
        }
    }
}
