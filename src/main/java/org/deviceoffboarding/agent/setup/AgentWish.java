package org.deviceoffboarding.agent.setup;

import java.io.Serializable;
import java.util.Optional;

/**
 * What a person went to the tenant for, as a dialog said it.
 *
 * @param seenIdentity the object ID of whose identity the agent had then; empty where there was no agent
 */
public record AgentWish(Kind kind, String seenIdentity) implements Serializable {

    /** Sets up the agent where there is none. */
    public static final AgentWish SET_UP = new AgentWish(Kind.SET_UP, "");

    /** What a person may want. */
    public enum Kind {
        SET_UP,

        /** The identity stays whose it is, and lasts anew. */
        RENEW,

        /** The identity is the person's own from now on. */
        CHOOSE
    }

    /** Returns what a person wants who did not say so: to set up where there is no agent, else to renew it. */
    static AgentWish usual(Optional<Agent> agent) {
        return agent.map(AgentWish::renew).orElse(SET_UP);
    }

    public static AgentWish renew(Agent seen) {
        return new AgentWish(Kind.RENEW, seen.identityId());
    }

    public static AgentWish choose(Agent seen) {
        return new AgentWish(Kind.CHOOSE, seen.identityId());
    }
}
