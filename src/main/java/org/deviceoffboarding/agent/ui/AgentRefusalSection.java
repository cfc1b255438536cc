package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.base.ui.Callout;
import org.deviceoffboarding.base.ui.Facts;
import org.deviceoffboarding.base.ui.Notices;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.base.ui.work.LongWork;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.proof.ProofChanged;
import org.deviceoffboarding.proof.ProofService;
import org.deviceoffboarding.signin.KnownRefusal;
import org.deviceoffboarding.signin.SignInCure;

/**
 * Why Microsoft does not accept the agent, who has to do what, and a button to find out whether that was done. Nothing while it does.
 */
class AgentRefusalSection extends Div {

    private final transient AgentService agents;
    private final transient ProofService proof;
    private final transient Clock clock;
    private final LongWork work = new LongWork();

    AgentRefusalSection(AgentService agents, ProofService proof, OpenPages openPages, Clock clock) {
        this.agents = agents;
        this.proof = proof;
        this.clock = clock;
        addClassName("stack");
        show();
        openPages.follow(this, List.of(AgentChanged.class, ProofChanged.class), this::show);
    }

    private void show() {
        removeAll();
        Optional<Agent> refused = agents.find()
                .filter(agent -> agent.refusal() != null)
                .filter(agent -> OlderRefusal.counts(agent, proof.state()));
        setVisible(refused.isPresent());
        refused.ifPresent(agent -> show(agent, Objects.requireNonNull(agent.refusal())));
    }

    private void show(Agent agent, KnownRefusal known) {
        boolean asked = !known.refusal().reason().isOfPortal();
        add(
                Callout.bad(known.refusal().sentences(agent.refused())).saidAs("alert"),
                new Facts()
                        .with("Refused", TimeDisplay.span(known.since(), clock.instant()))
                        .with(
                                asked ? "Microsoft's answer" : "What is the matter",
                                known.refusal().answer()));
        if (known.refusal().reason().cure() != SignInCure.NEW_SIGN_IN) {
            Button again = new Button("Try again", event -> tryAgain());
            again.setDisableOnClick(true);
            add(again, work);
        }
    }

    /** Beside the page: Microsoft may take its time. */
    private void tryAgain() {
        work.find(
                "Asking Microsoft.",
                LongWork.FEW + 1,
                progress -> {
                    agents.tryAgain();
                    return true;
                },
                this::tell);
    }

    private void tell(Supplier<Boolean> outcome) {
        try {
            if (outcome.get()) {
                Notices.info("Microsoft accepts the agent again.");
            }
        } catch (GraphException e) {
            Notices.problem(e.reason());
        }
        show();
    }
}
