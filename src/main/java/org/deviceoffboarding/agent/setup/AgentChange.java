package org.deviceoffboarding.agent.setup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.access.token.ClaimsChallenges;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.agent.AgentChanged;
import org.deviceoffboarding.agent.AgentRemains;
import org.deviceoffboarding.agent.AgentSetUp;
import org.deviceoffboarding.agent.UnderWay;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.delegation.ConsentRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the agent the identity that it has from then on, if it still is what the person saw who wants that. */
@Component
class AgentChange {

    private final AgentRepository agents;
    private final AgentLock lock;
    private final ReadinessRepository known;
    private final ReadinessCheck check;
    private final ObjectProvider<AgentRemains> remains;
    private final TokenCipher cipher;
    private final ClaimsChallenges challenges;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AgentChange(
            AgentRepository agents,
            AgentLock lock,
            ReadinessRepository known,
            ReadinessCheck check,
            ObjectProvider<AgentRemains> remains,
            TokenCipher cipher,
            ClaimsChallenges challenges,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.agents = agents;
        this.lock = lock;
        this.known = known;
        this.check = check;
        this.remains = remains;
        this.cipher = cipher;
        this.challenges = challenges;
        this.auditLog = auditLog;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Stores it, with what was found out about it and an entry in the audit log.
     *
     * @param wish what the actor wants, by what was seen of the agent then
     * @param began when it was begun to find out about it
     * @return the agent before; nothing if there was none
     * @throws ConsentRefusedException if the agent is no longer what the actor saw, or something reads as another identity to its end
     * @throws org.springframework.dao.PessimisticLockingFailureException if somebody is beginning something that needs the agent
     */
    Optional<Agent> give(LentIdentity lent, AgentWish wish, Instant began, Actor actor) {
        Optional<Agent> before = Objects.requireNonNull(transaction.execute(status -> {
            Optional<Agent> was = store(lent, wish, actor);
            if (was.filter(one -> !one.identityId().equals(lent.id())).isPresent()) {
                known.forget();
            }
            check.store(lent.id(), lent.probes(), lent.scopes(), began);
            return was;
        }));
        if (before.isEmpty()) {
            events.publishEvent(new AgentSetUp());
        }
        return before;
    }

    /** @throws OtherIdentityException if the agent has another identity than the one that is to be renewed */
    static void requireSame(Agent agent, TenantIdentity identity) {
        if (!agent.identityId().equals(identity.id())) {
            throw agent.kind() == AgentKind.APPLICATION
                    ? OtherIdentityException.thanTheApplication(identity.name())
                    : OtherIdentityException.thanOf(identity.name(), agent.identityName());
        }
    }

    /** Returns what is under way and has to read all it reads as one identity. */
    List<UnderWay> readAsOne() {
        return remains.stream()
                .flatMap(each -> each.underWay().stream())
                .filter(UnderWay::readsAsOne)
                .toList();
    }

    /** Returns what does not go on before a run has read the tenant as another identity: each as sentences for people. */
    List<String> awaitsRun() {
        return remains.stream().flatMap(each -> each.awaitsRun().stream()).toList();
    }

    private Optional<Agent> store(LentIdentity lent, AgentWish wish, Actor actor) {
        if (agents.find().isEmpty()) {
            requireNone(wish); // while something is still being deleted the lock is held
        }
        lock.holdAlone();
        Optional<Agent> before = agents.find();
        requireAsSeen(before, wish, lent);
        Instant now = clock.instant();
        agents.save(agent(lent, actor, now), token(lent));
        challenges.forget(AgentRepository.owner(lent.id()));
        before.ifPresent(agent -> challenges.forget(AgentRepository.owner(agent.identityId())));
        events.publishEvent(new AgentChanged());
        auditLog.record(
                actor,
                action(before, lent.identity(), lent.scopes().stream().sorted().toList()));
        return before;
    }

    private static Agent agent(LentIdentity lent, Actor actor, Instant now) {
        return new Agent(
                lent.kind(),
                lent.id(),
                lent.name(),
                lent.identity().tenantName(),
                List.copyOf(lent.scopes()),
                now,
                null,
                false,
                true,
                now,
                actor,
                null,
                null);
    }

    private @Nullable EncryptedToken token(LentIdentity lent) {
        String token = lent.refreshToken();
        return token == null ? null : cipher.encrypt(token, AgentRepository.owner(lent.id()));
    }

    private static AgentAction action(Optional<Agent> before, TenantIdentity identity, List<String> scopes) {
        return before.<AgentAction>map(agent -> agent.identityId().equals(identity.id())
                        ? new AgentAction.Renewed(agent, identity.name(), scopes)
                        : new AgentAction.IdentityChosen(agent, identity.name(), scopes))
                .orElseGet(() -> new AgentAction.SetUp(identity.name(), scopes));
    }

    /** Between the dialog and the way back from the tenant anybody may have done anything. */
    private void requireAsSeen(Optional<Agent> now, AgentWish wish, LentIdentity lent) {
        if (now.isEmpty()) {
            requireNone(wish);
            return;
        }
        Agent agent = now.get();
        switch (wish.kind()) {
            case RENEW -> requireSame(agent, lent.identity());
            case SET_UP -> {
                if (!agent.identityId().equals(lent.id())) {
                    throw new ConsentRefusedException(
                            "Somebody set the agent up meanwhile: it runs as " + agent.identityName()
                                    + ". Nothing was changed. If it is to run as "
                                    + (lent.kind() == AgentKind.PERSON ? "you" : lent.name())
                                    + ", choose another identity.");
                }
            }
            case CHOOSE -> requireChoosable(agent, wish, lent.identity());
        }
        if (agent.kind() == AgentKind.APPLICATION && lent.kind() == AgentKind.APPLICATION) {
            throw new ConsentRefusedException(
                    "The agent runs as " + agent.identityName() + " already. Nothing was changed.");
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
}
