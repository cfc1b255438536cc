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
import org.deviceoffboarding.signin.SignInRefusal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How long the agent's identity is still good. */
@Component
@Order(90)
class AgentTile implements OverviewTiles {

    private final AgentService agents;
    private final Clock clock;

    AgentTile(AgentService agents, Clock clock) {
        this.agents = agents;
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
            return new Tile(
                    "Agent identity",
                    refusal.reason().label(),
                    refusal.reason().isOfPortal() ? "the portal can't prove itself" : "refused with " + refusal.code());
        }
        if (!agent.usable(now)) {
            return new Tile("Agent identity", "Expired", "an owner has to renew it");
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
