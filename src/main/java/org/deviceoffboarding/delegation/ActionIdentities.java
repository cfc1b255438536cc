package org.deviceoffboarding.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.graph.AccessTokens;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** The identities that people lent for actions. Used by jobs, so it asks for no role. */
@Component
public class ActionIdentities {

    private final Map<String, AccessTokens> inUse = new ConcurrentHashMap<>();

    private final ActionIdentityRepository identities;
    private final ActionConsent consent;
    private final DelegatedTokens tokens;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ActionIdentities(
            ActionIdentityRepository identities,
            ActionConsent consent,
            DelegatedTokens tokens,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.identities = identities;
        this.consent = consent;
        this.tokens = tokens;
        this.auditLog = auditLog;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Returns whether something new may be begun with a person's identity: it was lent not more than
     * {@link ActionIdentity#LIFETIME} ago, and the tenant has not refused it.
     *
     * @param personId the person's object ID in Entra
     */
    public boolean present(String personId) {
        return identities
                .find(personId)
                .filter(identity -> identity.usable(clock.instant()))
                .isPresent();
    }

    /**
     * Returns a person's access tokens, also after the time for beginning something new. Each call of
     * {@link AccessTokens#get()} gives one that is good for minutes at least, renewed over the network where needed, and
     * throws {@link org.deviceoffboarding.graph.GraphSignInExpiredException} once the person has to sign in for actions
     * again. Safe for several threads; people do not wait for each other.
     *
     * @param personId the person's object ID in Entra
     * @throws ActionIdentityMissingException if the person has lent none, or took it back
     */
    public AccessTokens tokens(String personId) {
        ActionIdentity identity = identities.find(personId).orElseThrow(ActionIdentityMissingException::new);
        return inUse.computeIfAbsent(personId, id -> tokensOf(new Actor(id, identity.personName())));
    }

    private AccessTokens tokensOf(Actor person) {
        return tokens.of(
                consent, new ActionTokenStore(person, identities, auditLog, events), new ActionRefusals(person));
    }

    /** Returns whether the tenant refuses a person's identity at present, or the person took it back. */
    public boolean lost(String personId) {
        return identities
                .find(personId)
                .filter(identity -> !identity.expired() && identity.refusal() == null)
                .isEmpty();
    }

    /** Lets go of a person's access token: the next one has the roles that the person has then. */
    public void forgetAccess(String personId) {
        inUse.remove(personId);
    }

    /**
     * Forgets identities for good.
     *
     * @param obtainedBefore only those that were lent before
     * @param stillNeeded the object IDs of people whose identities stay
     */
    public void forgetUnused(Instant obtainedBefore, Collection<String> stillNeeded) {
        transaction.executeWithoutResult(
                status -> identities.deleteUnused(obtainedBefore, stillNeeded).forEach(this::noteForgotten));
    }

    private void noteForgotten(ActionIdentity identity) {
        Actor person = new Actor(identity.personId(), identity.personName());
        auditLog.record(Actor.PORTAL, new IdentityAction.Forgotten(person));
        events.publishEvent(new ActionIdentityChanged(person.id()));
    }

    /** Lets go of an access token that is in memory, too. Whoever still holds {@link #tokens} finds out at the next call. */
    @TransactionalEventListener(fallbackExecution = true)
    void on(ActionIdentityChanged change) {
        inUse.remove(change.personId());
    }
}
