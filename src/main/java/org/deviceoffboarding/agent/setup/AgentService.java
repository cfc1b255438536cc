package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.AgentRemains;
import org.deviceoffboarding.agent.AgentSetUp;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.deviceoffboarding.delegation.GivenConsent;
import org.deviceoffboarding.graph.GraphException;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the agent up, renews its identity or gives it another, and shows it. */
@Service
@May(Capability.READ)
public class AgentService {

    private final AgentRepository agents;
    private final AgentLock lock;
    private final AgentReadiness readiness;
    private final ReadinessRepository known;
    private final ReadinessCheck check;
    private final AgentIdentity identity;
    private final ObjectProvider<AgentRemains> remains;
    private final TokenCipher cipher;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AgentService(
            AgentRepository agents,
            AgentLock lock,
            AgentReadiness readiness,
            ReadinessRepository known,
            ReadinessCheck check,
            AgentIdentity identity,
            ObjectProvider<AgentRemains> remains,
            TokenCipher cipher,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.agents = agents;
        this.lock = lock;
        this.readiness = readiness;
        this.known = known;
        this.check = check;
        this.identity = identity;
        this.remains = remains;
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
     * Returns the permissions that the agent lacks, by what was last found out, or was not given, such as those that this portal did
     * not need yet when it was set up. Empty if none is lacking or no agent is set up.
     */
    @Transactional(readOnly = true)
    public List<String> lacking() {
        return agents.find().map(this::lacking).orElse(List.of());
    }

    /** What was never tried, since an earlier version did not need it, is told by what was consented to. */
    private List<String> lacking(Agent agent) {
        Map<String, KnownReadiness> all = known.all();
        return AgentPermission.asked().stream()
                .filter(permission -> {
                    KnownReadiness found = all.get(permission.scope());
                    return found == null
                            ? !permission.isAmong(agent.scopes())
                            : found.finding().state() == ReadinessState.MISSING;
                })
                .map(AgentPermission::scope)
                .toList();
    }

    /** Returns what the agent needs the administrator's consent for, and why. */
    public List<Requirement> requirements() {
        return readiness.requirements();
    }

    /** As the next does, for a person who wants what is usual: to set up where there is no agent, else to renew it. */
    @May(Capability.SET_UP_AGENT)
    public void start(GivenConsent consent) {
        start(consent, AgentWish.usual(agents.find()));
    }

    /**
     * Sets the agent up with a consent that was just given, renews its identity, or gives it the actor's in the place of another. Asks
     * Microsoft Graph who consented and whether each permission works, so it takes a few requests' time and holds no transaction
     * meanwhile.
     *
     * @param consent the tokens, with a refresh token; stored encrypted, never logged
     * @param wish what the actor wants, by what was seen of the agent then
     * @return what was done, a sentence for people
     * @throws OtherIdentityException if it is to be renewed and somebody else consented
     * @throws ConsentRefusedException if someone else consented than the actor, a permission is missing that runs need, Graph did not answer, the
     *     agent is no longer what the actor saw, or a run is under way that reads as another; the refusal is in the audit log, and an
     *     agent that was there stays as it is. What single features need and lack disables only those, see {@link #lacking()}
     */
    @May(Capability.SET_UP_AGENT)
    public String start(GivenConsent consent, AgentWish wish) {
        Actor actor = currentActor.get();
        String refreshToken = Objects.requireNonNull(consent.refreshToken());
        try {
            Instant began = clock.instant();
            List<Probe> probes = readiness.probe(consent::accessToken);
            TenantIdentity identity = check(consent, wish, probes, actor);
            Optional<Agent> before = Objects.requireNonNull(transaction.execute(status -> {
                Optional<Agent> was = store(identity, wish, consent.scopes(), refreshToken, actor);
                if (was.filter(one -> !one.identityId().equals(identity.id())).isPresent()) {
                    known.forget();
                }
                check.store(identity.id(), probes, consent.scopes(), began);
                return was;
            }));
            if (before.isEmpty()) {
                events.publishEvent(new AgentSetUp());
            }
            return done(before, identity);
        } catch (GraphException e) {
            throw refused(new ConsentRefusedException(e.reason()), e.refusal().orElse(null), actor);
        } catch (ConsentRefusedException e) {
            throw refused(e, actor);
        } catch (PessimisticLockingFailureException e) {
            throw refused(
                    new ConsentRefusedException(
                            "Somebody is just beginning something that needs the agent. Nothing was changed. Wait a moment, then try again."),
                    actor);
        }
    }

    private static String done(Optional<Agent> before, TenantIdentity identity) {
        return before.map(agent -> agent.identityId().equals(identity.id())
                        ? "The agent's identity, " + identity.name() + ", was renewed: it lasts for "
                                + Agent.IDENTITY_LIFETIME.toDays() + " days after each run that uses it."
                        : "The agent runs as " + identity.name() + " from now on. What the portal kept of "
                                + agent.identityName() + "'s sign-in is deleted.")
                .orElse("The agent is set up and runs as " + identity.name() + ".");
    }

    /**
     * Remembers that no usable consent was given.
     *
     * @param reason a sentence for people
     * @return the refusal, to be thrown
     */
    @May(Capability.SET_UP_AGENT)
    public ConsentRefusedException declined(String reason) {
        return refused(new ConsentRefusedException(reason), currentActor.get());
    }

    /**
     * Remembers that the tenant refused the sign-in or the consent.
     *
     * @return the refusal, to be thrown
     */
    @May(Capability.SET_UP_AGENT)
    public ConsentRefusedException refused(SignInRefusal why) {
        return refused(
                new ConsentRefusedException(why.sentences(RefusedIdentity.SETTING_UP) + " Nothing was changed."),
                why,
                currentActor.get());
    }

    /**
     * Finds out whether Microsoft accepts the agent's identity now, after somebody put right what it refused. Takes a few requests'
     * time, and holds no transaction meanwhile.
     *
     * @throws GraphException if it is refused still; what is known of it is up to date then
     */
    @May(Capability.SET_UP_AGENT)
    public void tryAgain() {
        Optional<Agent> tried = agents.find();
        try {
            for (Probe probe : check.look(true)) {
                if (probe.permission().required() && probe.fault() != null) {
                    throw probe.fault();
                }
            }
            identity.noteAccepted();
        } catch (GraphException e) {
            if (tried.map(Agent::identityId).equals(agents.find().map(Agent::identityId))) {
                identity.noteRefusal(e);
            }
            throw e;
        }
    }

    private TenantIdentity check(GivenConsent consent, AgentWish wish, List<Probe> probes, Actor actor) {
        List<Probe> unusable = probes.stream()
                .filter(probe -> probe.permission().required() && probe.fault() != null)
                .toList();
        List<String> missing = unusable.stream()
                .filter(probe -> probe.refusal().isPresent())
                .map(probe -> probe.permission().scope())
                .toList();
        if (!missing.isEmpty()) {
            throw new ConsentRefusedException("Microsoft Graph refused " + String.join(", ", missing)
                    + ". Grant these permissions to the app registration, or use an account with the least roles that it takes"
                    + " (Intune's Read Only Operator and Entra's Security Reader), then start the agent again.");
        }
        for (Probe probe : unusable) {
            throw Objects.requireNonNull(probe.fault());
        }
        TenantIdentity identity = readiness.identity(consent::accessToken);
        if (wish.kind() == AgentWish.Kind.RENEW) {
            agents.find().ifPresent(agent -> requireSame(agent, identity));
        }
        if (!identity.id().equals(actor.id())) {
            throw new ConsentRefusedException("You are signed in as " + actor.name() + " but " + identity.name()
                    + " gave the consent. Start the agent again and pick your own account.");
        }
        return identity;
    }

    private static void requireSame(Agent agent, TenantIdentity identity) {
        if (!agent.identityId().equals(identity.id())) {
            throw new OtherIdentityException(identity.name(), agent.identityName());
        }
    }

    /** Returns what there was before. */
    private Optional<Agent> store(
            TenantIdentity identity, AgentWish wish, Set<String> scopes, String refreshToken, Actor actor) {
        if (agents.find().isEmpty()) {
            requireNone(wish); // while something is still being deleted the lock is held
        }
        lock.holdAlone();
        Optional<Agent> before = agents.find();
        requireAsSeen(before, wish, identity);
        Instant now = clock.instant();
        agents.save(
                new Agent(
                        identity.id(),
                        identity.name(),
                        identity.tenantName(),
                        List.copyOf(scopes),
                        now,
                        null,
                        false,
                        true,
                        now,
                        actor.name(),
                        null,
                        null),
                cipher.encrypt(refreshToken, AgentRepository.owner(identity.id())));
        events.publishEvent(new AgentChanged());
        auditLog.record(actor, action(before, identity, scopes.stream().sorted().toList()));
        return before;
    }

    private static AgentAction action(Optional<Agent> before, TenantIdentity identity, List<String> scopes) {
        return before.<AgentAction>map(agent -> agent.identityId().equals(identity.id())
                        ? new AgentAction.Renewed(agent, identity.name(), scopes)
                        : new AgentAction.IdentityChosen(agent, identity.name(), scopes))
                .orElseGet(() -> new AgentAction.SetUp(identity.name(), scopes));
    }

    /** Between the dialog and the way back from the tenant anybody may have done anything. */
    private void requireAsSeen(Optional<Agent> now, AgentWish wish, TenantIdentity identity) {
        if (now.isEmpty()) {
            requireNone(wish);
            return;
        }
        Agent agent = now.get();
        switch (wish.kind()) {
            case RENEW -> requireSame(agent, identity);
            case SET_UP -> {
                if (!agent.identityId().equals(identity.id())) {
                    throw new ConsentRefusedException(
                            "Somebody set the agent up meanwhile: it runs as " + agent.identityName()
                                    + ". Nothing was changed. If it is to run as you, choose another identity.");
                }
            }
            case CHOOSE -> requireChoosable(agent, wish, identity);
        }
    }

    private void requireNone(AgentWish wish) {
        if (wish.kind() != AgentWish.Kind.SET_UP) {
            throw new ConsentRefusedException(
                    "The agent was removed meanwhile, so that there is nothing to renew. Nothing was changed. Set it up again if it is to"
                            + " run.");
        }
        if (agents.isBeingCleared()) {
            throw new ConsentRefusedException(
                    "What the agent that was removed had read is still being deleted. Nothing was changed. Wait a minute, then set the"
                            + " agent up.");
        }
    }

    private void requireChoosable(Agent agent, AgentWish wish, TenantIdentity identity) {
        if (!agent.identityId().equals(wish.seenIdentity())) {
            throw new ConsentRefusedException("Somebody gave the agent another identity meanwhile: it runs as "
                    + agent.identityName() + ". Nothing was changed. Look at it before you choose again.");
        }
        if (!agent.identityId().equals(identity.id())) {
            readAsOne().stream().findFirst().ifPresent(each -> {
                throw new ConsentRefusedException(each.name() + " is under way, and reads the tenant as "
                        + agent.identityName() + " to its end. Nothing was changed. Choose again when it has ended.");
            });
        }
    }

    /** Returns what is under way and has to read all it reads as one identity, so that no other can be chosen before it has ended. */
    @Transactional(readOnly = true)
    public List<UnderWay> readAsOne() {
        return remains.stream()
                .flatMap(each -> each.underWay().stream())
                .filter(UnderWay::readsAsOne)
                .toList();
    }

    private <T extends ConsentRefusedException> T refused(T refusal, Actor actor) {
        return refused(refusal, null, actor);
    }

    private <T extends ConsentRefusedException> T refused(T refusal, @Nullable SignInRefusal why, Actor actor) {
        transaction.executeWithoutResult(
                status -> auditLog.record(actor, new AgentAction.SetUpRefused(refusal.reason(), why)));
        return refusal;
    }
}
