package org.deviceoffboarding.agent.setup;

import java.util.Arrays;
import java.util.List;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphPermissionMissingException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds out, by asking Microsoft Graph for next to nothing, who an access token belongs to and what it lacks. */
@Component
class AgentReadiness {

    private final Graph graph;

    AgentReadiness(Graph graph) {
        this.graph = graph;
    }

    List<Requirement> requirements() {
        return Arrays.stream(AgentPermission.values())
                .map(permission -> new Requirement(permission.scope(), permission.reason()))
                .toList();
    }

    /** Returns the permissions that an agent was not given, because it was set up before they were needed. */
    List<String> lacking(Agent agent) {
        return Arrays.stream(AgentPermission.values())
                .filter(permission -> !permission.isAmong(agent.scopes()))
                .map(AgentPermission::scope)
                .toList();
    }

    /** Returns the permissions that Graph refuses; empty if all work. */
    List<String> missing(AccessTokens tokens) {
        return Arrays.stream(AgentPermission.values())
                .filter(permission -> !works(permission, tokens))
                .map(AgentPermission::scope)
                .toList();
    }

    /** @throws org.deviceoffboarding.graph.GraphException if Graph refuses one, or does not answer */
    void require(AccessTokens tokens) {
        for (AgentPermission permission : AgentPermission.values()) {
            graph.get(permission.probe(), JsonNode.class, permission.scope(), tokens);
        }
    }

    TenantIdentity identity(AccessTokens tokens) {
        JsonNode me = graph.get(AgentPermission.ME.probe(), JsonNode.class, AgentPermission.ME.scope(), tokens);
        JsonNode organization = graph.get(
                "/organization?$select=id,displayName", JsonNode.class, AgentPermission.AUTOPILOT.scope(), tokens);
        return new TenantIdentity(
                me.path("id").asString(),
                me.path("userPrincipalName").asString(),
                organization.path("value").path(0).path("displayName").asString(""));
    }

    private boolean works(AgentPermission permission, AccessTokens tokens) {
        try {
            graph.get(permission.probe(), JsonNode.class, permission.scope(), tokens);
            return true;
        } catch (GraphPermissionMissingException e) {
            return false;
        }
    }
}
