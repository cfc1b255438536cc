package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deviceoffboarding.agent.AgentFeaturesChanged;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries what the agent needs and remembers what came of it, which is the same for all nodes on one database. */
@Component
class ReadinessCheck {

    private final AgentRepository agents;
    private final AgentIdentity identity;
    private final AgentReadiness readiness;
    private final ReadinessRepository known;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReadinessCheck(
            AgentRepository agents,
            AgentIdentity identity,
            AgentReadiness readiness,
            ReadinessRepository known,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.agents = agents;
        this.identity = identity;
        this.readiness = readiness;
        this.known = known;
        this.auditLog = auditLog;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Tries all with the agent's identity. Where there is no token to try with, nothing is known, and that is remembered, too.
     *
     * @param anew whether with a new access token: one that there is has what was granted when it was got
     * @throws org.deviceoffboarding.agent.AgentMissingException if no agent is set up
     */
    List<Probe> look(boolean anew) {
        Instant began = clock.instant();
        Agent agent = agents.find().orElseThrow(AgentMissingException::new);
        AccessTokens tokens = identity.tokens();
        List<Probe> probes = probe(tokens, agent.kind(), anew);
        Set<String> scopes = agent.isApplication() ? Set.of() : tokens.scopes();
        transaction.executeWithoutResult(status -> store(agent.identityId(), probes, scopes, began));
        return probes;
    }

    /**
     * Remembers what probes tell, in the caller's transaction.
     *
     * @param whose the ID of the identity that they were made with: of another than the agent has by now nothing is remembered
     */
    void store(String whose, List<Probe> probes, Set<String> scopes, Instant began) {
        if (known.hold().filter(whose::equals).isEmpty()) {
            return; // removed meanwhile, or another was chosen
        }
        Map<String, KnownReadiness> before = known.all();
        known.store(ReadinessFinding.of(probes, scopes, agents.kind().orElse(AgentKind.PERSON)), began);
        Map<String, KnownReadiness> after = known.all();
        ReadinessAction.Changed change = ReadinessAction.Changed.between(before, after);
        if (!change.isEmpty()) {
            auditLog.record(Actor.PORTAL, change);
        }
        events.publishEvent(new AgentFeaturesChanged());
    }

    private List<Probe> probe(AccessTokens tokens, AgentKind kind, boolean anew) {
        try {
            if (anew) {
                tokens.drop(tokens.get(), null);
            }
            return readiness.probe(tokens, kind);
        } catch (GraphException e) {
            return AgentPermission.all(kind).stream()
                    .map(each -> new Probe(each, e)) // no refusal of a permission: those come as answers
                    .toList();
        }
    }
}
