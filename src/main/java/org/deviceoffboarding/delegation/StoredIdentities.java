package org.deviceoffboarding.delegation;

import java.time.Clock;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lent refresh tokens in the database. Short transactions of their own; none is held while the network is asked. */
@Component
class StoredIdentities {

    private final ActionIdentityRepository identities;
    private final TokenCipher cipher;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredIdentities(
            ActionIdentityRepository identities,
            TokenCipher cipher,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            Clock clock) {
        this.identities = identities;
        this.cipher = cipher;
        this.auditLog = auditLog;
        this.events = events;
        this.clock = clock;
    }

    /** @throws ActionIdentityMissingException if the person lent none, took it back, or the tenant refused it */
    @Transactional(readOnly = true)
    public EncryptedToken token(String personId) {
        return identities.findToken(personId).orElseThrow(ActionIdentityMissingException::new);
    }

    /** @throws ActionIdentityMissingException if the portal's key is another than when it was lent */
    public String decrypt(EncryptedToken token) {
        try {
            return cipher.decrypt(token);
        } catch (IllegalStateException otherKey) {
            throw new ActionIdentityMissingException();
        }
    }

    /** @throws ActionIdentityMissingException if the person took it back meanwhile */
    @Transactional
    public EncryptedToken replace(String personId, EncryptedToken used, String refreshToken) {
        EncryptedToken encrypted = cipher.encrypt(refreshToken);
        identities.replaceToken(personId, used, encrypted, clock.instant());
        if (identities.findToken(personId).isEmpty()) {
            throw new ActionIdentityMissingException();
        }
        return encrypted;
    }

    /** Marks the identity as no longer accepted, and says so in the audit log once. */
    @Transactional
    public void expired(Actor person, EncryptedToken refused) {
        if (identities.markExpired(person.id(), refused)) {
            auditLog.record(Actor.PORTAL, new IdentityAction.Expired(person));
            events.publishEvent(new ActionIdentityChanged(person.id()));
        }
    }
}
