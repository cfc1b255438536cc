package org.deviceoffboarding.agent;

/** Something needs the agent, and none is set up. */
public class AgentMissingException extends RuntimeException {

    public AgentMissingException() {
        super("No agent is set up. An owner has to set it up under Settings first.");
    }
}
