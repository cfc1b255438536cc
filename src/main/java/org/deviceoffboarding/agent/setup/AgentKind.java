package org.deviceoffboarding.agent.setup;

import org.deviceoffboarding.signin.RefusedIdentity;

/** Whose identity the agent has. Stored by name. */
public enum AgentKind {
    /** An administrator's, who lent it: what that person may read, for as long as runs use it. */
    PERSON("delegated permission", RefusedIdentity.AGENT),

    /** That of the portal's own app registration: what was granted to it, for as long as it is. */
    APPLICATION("application permission", RefusedIdentity.AGENT_AS_APPLICATION);

    private final String permission;
    private final RefusedIdentity refused;

    AgentKind(String permission, RefusedIdentity refused) {
        this.permission = permission;
        this.refused = refused;
    }

    /** Returns what Entra calls a permission of this kind. */
    public String permission() {
        return permission;
    }

    /** Returns whose sign-in it is, for the sentences about a refusal. */
    public RefusedIdentity refused() {
        return refused;
    }
}
