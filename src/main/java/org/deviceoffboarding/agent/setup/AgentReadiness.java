package org.deviceoffboarding.agent.setup;

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

    /** Returns what a person's identity needs. */
    List<Requirement> requirements() {
        return AgentPermission.asked().stream()
                .map(permission -> new Requirement(permission.scope(), permission.reason()))
                .toList();
    }

    /**
     * Tries all permissions at once, each by a call of its own.
     *
     * @param kind whose identity the tokens are of
     * @throws GraphException if there is no token to try them with
     */
    List<Probe> probe(AccessTokens tokens, AgentKind kind) {
        tokens.get(); // what is wrong with the identity is no answer about a permission
        var together = new ParallelTasks();
        var undisturbed = new UndisturbedTokens(tokens, together);
        var probes = new ConcurrentHashMap<AgentPermission, Probe>();
        List<AgentPermission> all = AgentPermission.all(kind);
        together.run(all.stream()
                .<Runnable>map(each -> () -> probes.put(each, probe(each, undisturbed)))
                .toList());
        return all.stream().map(probes::get).toList();
    }

    TenantIdentity identity(AccessTokens tokens) {
        JsonNode me = graph.get(
                AgentPermission.ME.probe(tenant.clientId()), JsonNode.class, AgentPermission.ME.scope(), tokens);
        return new TenantIdentity(
                me.path("id").asString(), me.path("userPrincipalName").asString(), organization(tokens));
    }

    /** Returns the application's identity: which it is is known, since its tokens could not be had otherwise. */
    TenantIdentity application(AccessTokens tokens) {
        return new TenantIdentity(tenant.clientId(), Agent.APPLICATION, organization(tokens));
    }

    private String organization(AccessTokens tokens) {
        return graph.get(
                        "/organization?$select=id,displayName",
                        JsonNode.class,
                        AgentPermission.AUTOPILOT.scope(),
                        tokens)
                .path("value")
                .path(0)
                .path("displayName")
                .asString("");
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
