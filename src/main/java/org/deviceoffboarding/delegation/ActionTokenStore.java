package org.deviceoffboarding.delegation;

import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.graph.GraphSignInExpiredException;
import org.deviceoffboarding.signin.SignInCure;
import org.deviceoffboarding.signin.SignInRefusal;
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
        boolean refusedBefore = identities
                .find(person.id())
                .filter(identity -> identity.refusal() != null)
                .isPresent();
        identities.replaceToken(person.id(), used, next, usedAt);
        get();
        if (refusedBefore) {
            events.publishEvent(new ActionIdentityChanged(person.id()));
        }
        auditLog.record(Actor.PORTAL, new IdentityAction.Renewed(person));
    }

    /** Says so in the audit log once for each reason. */
    @Override
    public void refused(EncryptedToken refused, SignInRefusal why, Instant at) {
        if (identities.markRefused(person.id(), refused, why, at)) {
            auditLog.record(
                    Actor.PORTAL,
                    why.reason().cure() == SignInCure.NEW_SIGN_IN
                            ? new IdentityAction.Expired(person, why)
                            : new IdentityAction.Held(person, why));
            events.publishEvent(new ActionIdentityChanged(person.id()));
        }
    }

    private GraphSignInExpiredException signedOut() {
        var wording = new ActionRefusals(person);
        var missing = new ActionIdentityMissingException();
        return identities
                .find(person.id())
                .flatMap(identity -> Optional.ofNullable(identity.refusal()))
                .map(known -> new GraphSignInExpiredException(
                        known.refusal().sentences(wording.whose()), known.refusal(), missing))
                .orElseGet(() -> new GraphSignInExpiredException(wording.signedOut(), missing));
    }
}
