package org.deviceoffboarding.agent.setup;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An identity that the agent may be given, and what was found out about it.
 *
 * @param scopes what it was given in Entra, in Graph's words
 * @param refreshToken of a person; null of the application
 */
record LentIdentity(
        AgentKind kind,
        TenantIdentity identity,
        Set<String> scopes,
        @Nullable String refreshToken,
        List<Probe> probes) {

    String id() {
        return identity.id();
    }

    String name() {
        return identity.name();
    }

    @Override
    public String toString() {
        return "LentIdentity[" + kind + ", " + name() + "]";
    }
}
