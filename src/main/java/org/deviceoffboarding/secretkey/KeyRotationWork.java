package org.deviceoffboarding.secretkey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What each portal does while the secret key is replaced: learn the new one, encrypt with it whatever is still encrypted with the one
 * before, and forget the one before once nothing needs it. Each step finds out by itself how far things are, so that it matters
 * neither which portal does it, nor how many do at a time, nor where one of them was killed.
 */
@Component
class KeyRotationWork {

    /** Longer than anybody who took the key before to encrypt something waits for the database until it is stored. */
    static final Duration LATE_WRITERS = Duration.ofMinutes(2);

    /** How long what a portal wrote still later is looked for. */
    private static final Duration VERY_LATE = Duration.ofDays(1);

    private static final int MOST_PASSES = 5;

    private static final Logger log = LoggerFactory.getLogger(KeyRotationWork.class);

    private final String portal = "portal-" + UUID.randomUUID();
    private final GivenKey given;
    private final LearntKeys keys;
    private final KeyRotationRepository rotations;
    private final KeyHolderRepository holders;
    private final List<EncryptedValues> values;
    private final AuditLog auditLog;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Whether it was said that this portal lacks the key. */
    private volatile boolean lacking;

    private volatile boolean left;

    KeyRotationWork(
            GivenKey given,
            LearntKeys keys,
            KeyRotationRepository rotations,
            KeyHolderRepository holders,
            List<EncryptedValues> values,
            AuditLog auditLog,
            TransactionTemplate transaction,
            Clock clock) {
        this.given = given;
        this.keys = keys;
        this.rotations = rotations;
        this.holders = holders;
        this.values = values;
        this.auditLog = auditLog;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Takes things as far as they go now. Called every few seconds. Whatever fails, others see that this portal is there. */
    void proceed() {
        try {
            if (has(keys.learn())) {
                rotations.findUnderWay().ifPresentOrElse(this::proceed, this::goOnAfter);
            }
        } finally {
            show();
        }
    }

    /** Others need not wait until this portal is taken for gone, and what it is at does not bring it back. */
    synchronized void leave() {
        left = true;
        holders.gone(portal);
    }

    private boolean has(boolean complete) {
        if (!complete && !lacking) {
            log.error(
                    "The secret key of this portal, {} from {}, is not the one that the others write with: it stores nothing"
                            + " encrypted until it is started again with that one",
                    keys.lastId(),
                    given.source());
        }
        lacking = !complete;
        return complete;
    }

    private void proceed(KeyRotation rotation) {
        begin(rotation);
        show();
        Reencryption done = encryptAll();
        if (done.left() > 0) {
            return;
        }
        if (rotation.encryptedAt() == null) {
            encrypted(rotation, done.unreadable());
        } else if (done.changed() > 0) {
            rotations.encryptedAgain(rotation.id(), clock.instant());
        } else {
            keys.find(rotation.newKeyId()).ifPresent(this::keep);
            endIfDue(rotation, rotation.encryptedAt());
        }
    }

    private void begin(KeyRotation rotation) {
        if (rotation.begunAt() == null) {
            transaction.executeWithoutResult(status -> {
                if (rotations.begin(rotation.id(), clock.instant())) {
                    auditLog.record(
                            Actor.PORTAL,
                            new KeyRotationAction.Begun(
                                    rotation.oldKeyId(), rotation.newKeyId(), rotation.requestedBy()));
                }
            });
        }
    }

    private void encrypted(KeyRotation rotation, int unreadable) {
        transaction.executeWithoutResult(status -> {
            if (rotations.encrypted(rotation.id(), clock.instant())) {
                auditLog.record(
                        Actor.PORTAL,
                        new KeyRotationAction.EncryptedAnew(rotation.oldKeyId(), rotation.newKeyId(), unreadable));
            }
        });
    }

    private void keep(PortalKey next) {
        if (!given.now().id().equals(next.id()) && given.replace(next)) {
            log.info("The secret key in {} is the new one, {}", given.source(), next.id());
        }
    }

    private void endIfDue(KeyRotation rotation, Instant encryptedAt) {
        show();
        if (clock.instant().isBefore(encryptedAt.plus(LATE_WRITERS))
                || holders.present().stream().anyMatch(holder -> !holder.hasOnly(rotation.newKeyId()))) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (rotations.end(rotation.id(), clock.instant())) {
                auditLog.record(Actor.PORTAL, new KeyRotationAction.Replaced(rotation.oldKeyId(), rotation.newKeyId()));
                log.info(
                        "The secret key {} was replaced by {}. Nothing needs it any more but backups of the database from before.",
                        rotation.oldKeyId(),
                        rotation.newKeyId());
            }
        });
        given.forgetCopy();
    }

    /** Also after one that ended while this portal, or the command that made the key, was not there any more. */
    private void goOnAfter() {
        given.forgetCopy();
        sweep();
    }

    /** What somebody took the key before for, and stored when it was no longer expected. */
    private void sweep() {
        if (rotations.endedSince(clock.instant().minus(VERY_LATE))
                && encryptAll().changed() > 0) {
            log.info("Something was encrypted with the key before, and is with the new one now");
        }
    }

    private Reencryption encryptAll() {
        Reencryption all = pass();
        for (int passes = 1; all.left() > 0 && passes < MOST_PASSES; passes++) {
            Reencryption next = pass();
            all = new Reencryption(all.changed() + next.changed(), next.left(), next.unreadable());
        }
        return all;
    }

    private Reencryption pass() {
        return values.stream().map(EncryptedValues::encryptAnew).reduce(Reencryption.NOTHING, Reencryption::plus);
    }

    private synchronized void show() {
        if (left) {
            return;
        }
        holders.seen(new KeyHolder(
                portal,
                Machine.NAME,
                given.source(),
                given.isReplaceable(),
                given.now().id(),
                keys.lastId()));
    }
}
