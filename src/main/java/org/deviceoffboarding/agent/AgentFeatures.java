package org.deviceoffboarding.agent;

import java.util.Optional;

/** What the agent's identity allows, as it was last found out. Used by jobs and services, so it asks for no role. */
public interface AgentFeatures {

    /**
     * Returns sentences that say why something can't be used, and who does what about it; nothing where it can be, or where nobody
     * knows. Asks the tenant for nothing.
     */
    Optional<String> lacking(AgentFeature feature);

    /**
     * Finds out now what the identity allows, and remembers it for all pages. Takes a network's time, and holds no transaction
     * meanwhile.
     *
     * @throws org.deviceoffboarding.graph.GraphPermissionMissingException if that is too little for a run; what could not be found
     *     out is for the run to find out
     * @throws AgentMissingException if no agent is set up
     */
    void requireForRun();
}
