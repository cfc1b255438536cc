package org.deviceoffboarding.agent.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.agent.setup.Agent;
import org.deviceoffboarding.agent.setup.AgentService;
import org.deviceoffboarding.base.ui.OverviewTiles;
import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.base.ui.TimeDisplay;
import org.deviceoffboarding.proof.ProofService;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How long the agent's identity is still good. */
@Component
@Order(90)
class AgentTile implements OverviewTiles {

    private static final String CANNOT_PROVE = "the portal can't prove itself";

    private final AgentService agents;
    private final ProofService proof;
    private final Clock clock;

    AgentTile(AgentService agents, ProofService proof, Clock clock) {
        this.agents = agents;
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    public List<Tile> create() {
        return List.of(
                agents.find().map(this::tile).orElseGet(() -> new Tile("Agent identity", "–", "no agent is set up")));
    }

    private Tile tile(Agent agent) {
        if (!agent.readable()) {
            return new Tile("Agent identity", "Unreadable", "the portal's key is another");
        }
        Instant now = clock.instant();
        if (agent.refusal() != null) {
            SignInRefusal refusal = agent.refusal().refusal();
            if (!OlderRefusal.counts(agent, proof.state())) {
                return new Tile("Agent identity", SignInReason.PROOF_UNUSABLE.label(), CANNOT_PROVE);
            }
            return new Tile(
                    "Agent identity",
                    refusal.reason().label(),
                    refusal.reason().isOfPortal() ? CANNOT_PROVE : "refused with " + refusal.code());
        }
        if (!agent.usable(now)) {
            return new Tile("Agent identity", "Expired", agent.identityName() + " has to renew it");
        }
        if (agent.isApplication()) {
            return new Tile("Agent identity", "Application", "does not expire");
        }
        long days = Duration.between(now, agent.expiresAt()).toDays();
        return new Tile(
                "Agent identity",
                days == 1 ? "1 day left" : days + " days left",
                "until " + TimeDisplay.day(agent.expiresAt()) + ", unless it runs before");
    }
}
