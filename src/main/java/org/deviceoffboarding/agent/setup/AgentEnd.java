package org.deviceoffboarding.agent.setup;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the agent go, with the identity that it was lent. Whoever calls it holds the {@link AgentLock}. */
@Component
public class AgentEnd {

    private final AgentRepository agents;
    private final ApplicationEventPublisher events;

    AgentEnd(AgentRepository agents, ApplicationEventPublisher events) {
        this.agents = agents;
        this.events = events;
    }

    /** Returns the agent that would go; nothing if none is set up. */
    public Optional<Agent> find() {
        return agents.find();
    }

    /** Deletes the agent and its tokens, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end() {
        agents.delete();
        events.publishEvent(new AgentChanged());
    }
}
