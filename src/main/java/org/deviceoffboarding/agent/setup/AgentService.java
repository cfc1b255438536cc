package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentSetUp;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.deviceoffboarding.delegation.GivenConsent;
import org.deviceoffboarding.graph.AccessTokens;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the agent up, renews its identity, and shows it. */
@Service
@May(Capability.READ)
public class AgentService {

    private final AgentRepository agents;
    private final AgentReadiness readiness;
    private final AgentIdentity identity;
    private final TokenCipher cipher;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AgentService(
            AgentRepository agents,
            AgentReadiness readiness,
            AgentIdentity identity,
            TokenCipher cipher,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.agents = agents;
        this.readiness = readiness;
        this.identity = identity;
        this.cipher = cipher;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Returns the agent, or nothing if none is set up. */
    @Transactional(readOnly = true)
    public Optional<Agent> find() {
        return agents.find();
    }

    /**
     * Returns the permissions that the agent was not given, such as those that this portal did not need yet when it was
     * set up; renewing it asks for them. Empty if none is lacking or no agent is set up.
     */
    @Transactional(readOnly = true)
    public List<String> lacking() {
        return agents.find().map(readiness::lacking).orElse(List.of());
    }

    /** Returns what the agent needs the administrator's consent for, and why. */
    public List<Requirement> requirements() {
        return readiness.requirements();
    }

    /**
     * Sets the agent up with a consent that was just given, or renews its identity if there is one. Asks Microsoft Graph
     * who consented and whether each permission works, so it takes a few requests' time and holds no transaction meanwhile.
     *
     * @param consent the tokens, with a refresh token; stored encrypted, never logged
     * @throws ConsentRefusedException if someone else consented than the actor, a permission is missing, or Graph did not
     *     answer; the refusal is in the audit log, and an agent that was there stays as it is
     */
    @May(Capability.SET_UP_AGENT)
    public void start(GivenConsent consent) {
        Actor actor = currentActor.get();
        String refreshToken = Objects.requireNonNull(consent.refreshToken());
        try {
            TenantIdentity identity = check(consent, actor);
            boolean first = Boolean.TRUE.equals(
                    transaction.execute(status -> store(identity, consent.scopes(), refreshToken, actor)));
            if (first) {
                events.publishEvent(new AgentSetUp());
            }
        } catch (GraphException e) {
            throw refused(e.reason(), e.refusal().orElse(null), actor);
        }
    }

    /**
     * Remembers that no usable consent was given.
     *
     * @param reason a sentence for people
     * @return the refusal, to be thrown
     */
    @May(Capability.SET_UP_AGENT)
    public ConsentRefusedException declined(String reason) {
        return refused(reason, currentActor.get());
    }

    /**
     * Remembers that the tenant refused the sign-in or the consent.
     *
     * @return the refusal, to be thrown
     */
    @May(Capability.SET_UP_AGENT)
    public ConsentRefusedException refused(SignInRefusal why) {
        return refused(why.sentences(RefusedIdentity.SETTING_UP) + " Nothing was changed.", why, currentActor.get());
    }

    /**
     * Finds out whether Microsoft accepts the agent's identity now, after somebody put right what it refused. Takes a few requests'
     * time, and holds no transaction meanwhile.
     *
     * @throws GraphException if it is refused still; what is known of it is up to date then
     */
    @May(Capability.SET_UP_AGENT)
    public void tryAgain() {
        try {
            readiness.require(identity.tokens());
            identity.noteAccepted();
        } catch (GraphException e) {
            identity.noteRefusal(e);
            throw e;
        }
    }

    private TenantIdentity check(GivenConsent consent, Actor actor) {
        AccessTokens tokens = consent::accessToken;
        List<String> missing = readiness.missing(tokens);
        if (!missing.isEmpty()) {
            throw refused(
                    "Microsoft Graph refused " + String.join(", ", missing)
                            + ". Grant these permissions to the app registration, or use an account whose Entra role allows them"
                            + " (Intune Administrator, or Global Reader with Intune's read-only role), then start the agent again.",
                    actor);
        }
        TenantIdentity identity = readiness.identity(tokens);
        if (!identity.id().equals(actor.id())) {
            throw refused(
                    "You are signed in as " + actor.name() + " but " + identity.name()
                            + " gave the consent. Start the agent again and pick your own account.",
                    actor);
        }
        return identity;
    }

    /** Returns whether there was no agent before. */
    private boolean store(TenantIdentity identity, Set<String> scopes, String refreshToken, Actor actor) {
        Optional<Agent> before = agents.find();
        Instant now = clock.instant();
        agents.save(
                new Agent(
                        identity.id(),
                        identity.name(),
                        identity.tenantName(),
                        List.copyOf(scopes),
                        now,
                        false,
                        true,
                        now,
                        actor.name(),
                        null,
                        null),
                cipher.encrypt(refreshToken, AgentRepository.owner(identity.id())));
        events.publishEvent(new AgentChanged());
        List<String> given = scopes.stream().sorted().toList();
        auditLog.record(
                actor,
                before.<AgentAction>map(agent -> new AgentAction.Renewed(agent, identity.name(), given))
                        .orElseGet(() -> new AgentAction.SetUp(identity.name(), given)));
        return before.isEmpty();
    }

    private ConsentRefusedException refused(String reason, Actor actor) {
        return refused(reason, null, actor);
    }

    private ConsentRefusedException refused(String reason, @Nullable SignInRefusal why, Actor actor) {
        transaction.executeWithoutResult(status -> auditLog.record(actor, new AgentAction.SetUpRefused(reason, why)));
        return new ConsentRefusedException(reason);
    }
}
