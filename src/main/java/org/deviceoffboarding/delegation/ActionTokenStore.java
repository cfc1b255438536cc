package org.deviceoffboarding.delegation;

import java.time.Instant;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.springframework.context.ApplicationEventPublisher;

/** The refresh token that one person lent for actions. Without it, the person is asked to sign in for actions again. */
class ActionTokenStore implements RefreshTokenStore {

    private final Actor person;
    private final ActionIdentityRepository identities;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;

    ActionTokenStore(
            Actor person, ActionIdentityRepository identities, AuditLog auditLog, ApplicationEventPublisher events) {
        this.person = person;
        this.identities = identities;
        this.auditLog = auditLog;
        this.events = events;
    }

    /** @throws GraphSignInExpiredException if the person lent none, took it back, or the tenant refused it */
    @Override
    public EncryptedToken get() {
        return identities.findToken(person.id()).orElseThrow(this::signedOut);
    }

    /** @throws GraphSignInExpiredException if the person took it back meanwhile */
    @Override
    public void replace(EncryptedToken used, EncryptedToken next, Instant usedAt) {
        identities.replaceToken(person.id(), used, next, usedAt);
        get();
        auditLog.record(Actor.PORTAL, new IdentityAction.Renewed(person));
    }

    /** Marks the identity as no longer accepted, and says so in the audit log once. */
    @Override
    public void expired(EncryptedToken refused) {
        if (identities.markExpired(person.id(), refused)) {
            auditLog.record(Actor.PORTAL, new IdentityAction.Expired(person));
            events.publishEvent(new ActionIdentityChanged(person.id()));
        }
    }

    private GraphSignInExpiredException signedOut() {
        return new GraphSignInExpiredException(
                new ActionRefusals(person).signedOut(), new ActionIdentityMissingException());
    }
}
