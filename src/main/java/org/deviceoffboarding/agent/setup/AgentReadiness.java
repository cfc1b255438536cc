package org.deviceoffboarding.agent.setup;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.deviceoffboarding.base.ParallelTasks;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.Graph;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.graph.UndisturbedTokens;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds out, by asking Microsoft Graph for next to nothing, who an access token belongs to and what it lacks. */
@Component
class AgentReadiness {

    private final Graph graph;
    private final TenantProperties tenant;

    AgentReadiness(Graph graph, TenantProperties tenant) {
        this.graph = graph;
        this.tenant = tenant;
    }

    List<Requirement> requirements() {
        return AgentPermission.asked().stream()
                .map(permission -> new Requirement(permission.scope(), permission.reason()))
                .toList();
    }

    /**
     * Tries all permissions at once, each by a call of its own.
     *
     * @throws GraphException if there is no token to try them with
     */
    List<Probe> probe(AccessTokens tokens) {
        tokens.get(); // what is wrong with the identity is no answer about a permission
        var together = new ParallelTasks();
        var undisturbed = new UndisturbedTokens(tokens, together);
        var probes = new ConcurrentHashMap<AgentPermission, Probe>();
        together.run(Arrays.stream(AgentPermission.values())
                .<Runnable>map(each -> () -> probes.put(each, probe(each, undisturbed)))
                .toList());
        return Arrays.stream(AgentPermission.values()).map(probes::get).toList();
    }

    TenantIdentity identity(AccessTokens tokens) {
        JsonNode me = graph.get(
                AgentPermission.ME.probe(tenant.clientId()), JsonNode.class, AgentPermission.ME.scope(), tokens);
        JsonNode organization = graph.get(
                "/organization?$select=id,displayName", JsonNode.class, AgentPermission.AUTOPILOT.scope(), tokens);
        return new TenantIdentity(
                me.path("id").asString(),
                me.path("userPrincipalName").asString(),
                organization.path("value").path(0).path("displayName").asString(""));
    }

    private Probe probe(AgentPermission permission, AccessTokens tokens) {
        try {
            graph.probe(permission.probe(tenant.clientId()), permission.source(), permission.scope(), tokens);
            return new Probe(permission, null);
        } catch (GraphException e) {
            return new Probe(permission, e);
        }
    }
}
