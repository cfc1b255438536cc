package org.deviceoffboarding.agent;

import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphException;

/** The identity that runs read the tenant with. Used by jobs, so it asks for no role. */
public interface AgentIdentity {

    /** Returns whether an agent is set up, even if its identity has expired. */
    boolean present();

    /** Returns whether the agent reads as the portal's application itself; false if none is set up. */
    boolean ofApplication();

    /**
     * Returns since when the agent has had the identity that it has: what was read before was read as another, which may have been
     * shown more of the tenant, or less. To renew the same identity changes nothing. Empty if no agent is set up.
     */
    Optional<Instant> since();

    /**
     * Returns the agent's access tokens. Each call of {@link AccessTokens#get()} gives one that is good for minutes at least,
     * renewed over the network where needed; safe for several threads.
     *
     * @throws AgentMissingException if no agent is set up
     */
    AccessTokens tokens();

    /**
     * Remembers that Graph refused what was asked with the agent's identity, where that is about the identity or the tenant, so that
     * people are told until it is put right. Does nothing for any other fault.
     */
    void noteRefusal(GraphException fault);

    /**
     * Returns sentences that say why the identity can't be used, as far as is known, and who has to do what. Empty where it can, and
     * where none is set up. Asks the tenant for nothing.
     */
    Optional<String> trouble();

    /** Remembers that Graph answered all that a run asks for: what it refused before was put right. */
    void noteAccepted();

    /** Remembers that a run read the tenant with the identity, whose time begins anew. Nothing where no agent is set up. */
    void usedByRun();
}
