package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.Instant;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.IdDisplay;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.Section;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.proof.ProofChanged;
import org.deviceoffboarding.proof.ProofService;
import org.deviceoffboarding.proof.ProofState;

/** How the portal proves to the tenant that it is its app registration, for how long, and what is the matter with that. */
class ProofSection extends Div {

    private final transient ProofService proof;
    private final transient Clock clock;

    ProofSection(ProofService proof, OpenPages openPages, Clock clock) {
        this.proof = proof;
        this.clock = clock;
        show();
        openPages.follow(this, ProofChanged.class, this::show);
    }

    private void show() {
        removeAll();
        ProofState state = proof.state();
        Facts facts = new Facts()
                .with(
                        "Proves itself by",
                        state.kind().words() + " (" + state.kind().setting() + ")");
        Instant end = state.validUntil();
        if (end != null) {
            facts.with("Valid until", TimeDisplay.day(end) + (state.expired(clock.instant()) ? ", which is over" : ""))
                    .with("Thumbprint (SHA-256)", IdDisplay.text("Thumbprint", state.thumbprint()))
                    .with("Thumbprint (SHA-1)", IdDisplay.text("Thumbprint", state.shortThumbprint()));
        }
        Section section = new Section("How the portal proves itself", facts);
        if (!state.problem().isEmpty()) {
            section.add(Callout.bad(state.problem()
                            + (state.usedMeanwhile()
                                    ? " The portal goes on with the certificate that it read before."
                                    : ""))
                    .saidAs("alert"));
        }
        add(section);
    }
}
