package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.deviceoffboarding.agent.AgentIdentity;
import org.deviceoffboarding.agent.UnderWay;
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
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets the agent up, renews its identity or gives it another, and shows it. */
@Service
@May(Capability.READ)
public class AgentService {

    private static final String OF_PERSON =
            ". Grant these permissions to the app registration, or use an account with the least roles that it takes"
                    + " (Intune's Read Only Operator and Entra's Security Reader), then start the agent again.";

    private static final String OF_APPLICATION =
            " to the portal's application. Nothing was changed. An administrator adds these to the app registration as application"
                    + " permissions of Microsoft Graph (Entra admin center > App registrations > API permissions) and grants admin"
                    + " consent; then try again.";

    private final AgentRepository agents;
    private final AgentChange change;
    private final AgentReadiness readiness;
    private final ApplicationTokens application;
    private final ReadinessRepository known;
    private final ReadinessCheck check;
    private final AgentIdentity identity;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AgentService(
            AgentRepository agents,
            AgentChange change,
            AgentReadiness readiness,
            ApplicationTokens application,
            ReadinessRepository known,
            ReadinessCheck check,
            AgentIdentity identity,
            AuditLog auditLog,
            CurrentActor currentActor,
            TransactionTemplate transaction,
            Clock clock) {
        this.agents = agents;
        this.change = change;
        this.readiness = readiness;
        this.application = application;
        this.known = known;
        this.check = check;
        this.identity = identity;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
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
        return AgentPermission.asked(agent.kind()).stream()
                .filter(permission -> {
                    KnownReadiness found = all.get(permission.scope());
                    return found == null
                            ? !permission.isAmong(agent.scopes())
                            : found.finding().state() == ReadinessState.MISSING;
                })
                .map(AgentPermission::scope)
                .toList();
    }

    /** Returns what a person's identity needs the administrator's consent for, and why. */
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
        return give(wish, actor, () -> lentBy(consent, wish, actor));
    }

    /**
     * Lets the agent be the portal's own application from now on, whether or not there is an agent. Gets an access token of the
     * application and asks Microsoft Graph whether each permission works, so it takes a few requests' time and holds no transaction
     * meanwhile. No person's sign-in is kept then.
     *
     * @param wish what the actor wants, by what was seen of the agent then: to set it up, or to choose
     * @return what was done, a sentence for people
     * @throws ConsentRefusedException if the tenant gives the application no token, a permission that runs need was not granted to it,
     *     Graph did not answer, the agent is no longer what the actor saw or is the application already, or a run is under way that
     *     reads as another; the refusal is in the audit log, and an agent that was there stays as it is
     */
    @May(Capability.SET_UP_AGENT)
    public String startAsApplication(AgentWish wish) {
        return give(wish, currentActor.get(), this::lentByNobody);
    }

    private String give(AgentWish wish, Actor actor, Supplier<LentIdentity> lender) {
        try {
            Instant began = clock.instant();
            LentIdentity lent = lender.get();
            return done(change.give(lent, wish, began, actor), lent);
        } catch (GraphException e) {
            throw refused(new ConsentRefusedException(e.reason()), e.refusal().orElse(null), actor);
        } catch (ConsentRefusedException e) {
            throw refused(e, null, actor);
        } catch (PessimisticLockingFailureException e) {
            throw refused(
                    new ConsentRefusedException(
                            "Somebody is just beginning something that needs the agent. Nothing was changed. Wait a moment, then try again."),
                    null,
                    actor);
        }
    }

    private LentIdentity lentBy(GivenConsent consent, AgentWish wish, Actor actor) {
        String refreshToken = Objects.requireNonNull(consent.refreshToken());
        List<Probe> probes = readiness.probe(consent::accessToken, AgentKind.PERSON);
        requireEnough(probes, AgentKind.PERSON);
        return new LentIdentity(
                AgentKind.PERSON, identity(consent, wish, actor), consent.scopes(), refreshToken, probes);
    }

    private LentIdentity lentByNobody() {
        AccessTokens tokens = application.forSettingUp();
        List<Probe> probes = readiness.probe(tokens, AgentKind.APPLICATION);
        requireEnough(probes, AgentKind.APPLICATION);
        return new LentIdentity(
                AgentKind.APPLICATION, readiness.application(tokens), ApplicationTokens.working(probes), null, probes);
    }

    private static String done(Optional<Agent> before, LentIdentity lent) {
        String name = lent.name();
        if (before.isEmpty()) {
            return "The agent is set up and runs as " + name + ".";
        }
        Agent agent = before.get();
        if (agent.identityId().equals(lent.id())) {
            return "The agent's identity, " + name + ", was renewed: it lasts for " + Agent.IDENTITY_LIFETIME.toDays()
                    + " days after each run that uses it.";
        }
        return "The agent runs as " + name + " from now on"
                + (agent.isApplication()
                        ? ", and no longer as " + agent.identityName() + "."
                        : ". What the portal kept of " + agent.identityName() + "'s sign-in is deleted.");
    }

    /**
     * Remembers that no usable consent was given.
     *
     * @param reason a sentence for people
     * @return the refusal, to be thrown
     */
    @May(Capability.SET_UP_AGENT)
    public ConsentRefusedException declined(String reason) {
        return refused(new ConsentRefusedException(reason), null, currentActor.get());
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

    private static void requireEnough(List<Probe> probes, AgentKind kind) {
        List<Probe> unusable = probes.stream()
                .filter(probe -> probe.permission().required() && probe.fault() != null)
                .toList();
        List<String> missing = unusable.stream()
                .filter(probe -> probe.refusal().isPresent())
                .map(probe -> probe.permission().scope())
                .toList();
        if (!missing.isEmpty()) {
            throw new ConsentRefusedException("Microsoft Graph refused " + String.join(", ", missing)
                    + (kind == AgentKind.PERSON ? OF_PERSON : OF_APPLICATION));
        }
        for (Probe probe : unusable) {
            throw Objects.requireNonNull(probe.fault());
        }
    }

    private TenantIdentity identity(GivenConsent consent, AgentWish wish, Actor actor) {
        TenantIdentity identity = readiness.identity(consent::accessToken);
        if (wish.kind() == AgentWish.Kind.RENEW) {
            agents.find().ifPresent(agent -> AgentChange.requireSame(agent, identity));
        }
        if (!identity.id().equals(actor.id())) {
            throw new ConsentRefusedException("You are signed in as " + actor.name() + " but " + identity.name()
                    + " gave the consent. Start the agent again and pick your own account.");
        }
        return identity;
    }

    /** Returns what is under way and has to read all it reads as one identity, so that no other can be chosen before it has ended. */
    @Transactional(readOnly = true)
    public List<UnderWay> readAsOne() {
        return change.readAsOne();
    }

    /** Returns what does not go on before a run has read the tenant as another identity, with numbers: each as sentences for people. */
    @Transactional(readOnly = true)
    public List<String> awaitsRun() {
        return change.awaitsRun();
    }

    private <T extends ConsentRefusedException> T refused(T refusal, @Nullable SignInRefusal why, Actor actor) {
        transaction.executeWithoutResult(
                status -> auditLog.record(actor, new AgentAction.SetUpRefused(refusal.reason(), why)));
        return refusal;
    }
}
