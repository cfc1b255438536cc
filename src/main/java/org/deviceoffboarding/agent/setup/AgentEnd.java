package org.deviceoffboarding.agent.setup;

import java.util.Optional;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.agent.AgentChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the agent go, with the identity that it was lent. Whoever calls it holds the {@link AgentLock}. */
@Component
public class AgentEnd {

    private final AgentRepository agents;
    private final ClaimsChallenges challenges;
    private final ApplicationEventPublisher events;

    AgentEnd(AgentRepository agents, ClaimsChallenges challenges, ApplicationEventPublisher events) {
        this.agents = agents;
        this.challenges = challenges;
        this.events = events;
    }

    /** Returns the agent that would go; nothing if none is set up. */
    public Optional<Agent> find() {
        return agents.find();
    }

    /** Deletes the agent and its tokens, and what the tenant asked of its next sign-in, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end() {
        agents.identityId().map(AgentRepository::owner).ifPresent(challenges::forget);
        agents.delete();
        events.publishEvent(new AgentChanged());
    }
}
