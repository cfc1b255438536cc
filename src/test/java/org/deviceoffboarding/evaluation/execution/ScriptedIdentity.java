package org.deviceoffboarding.evaluation.execution;

import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphException;

/** An agent whose identity nothing is known against, and which is never asked for a token: the tenant is scripted. */
public class ScriptedIdentity implements AgentIdentity {

    @Override
    public boolean present() {
        return true;
    }

    @Override
    public boolean ofApplication() {
        return false;
    }

    @Override
    public Optional<Instant> since() {
        return Optional.of(Instant.EPOCH);
    }

    @Override
    public AccessTokens tokens() {
        throw new AgentMissingException();
    }

    @Override
    public void noteRefusal(GraphException fault) {}

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }

    @Override
    public void noteAccepted() {}

    @Override
    public void usedByRun() {}
}
