package org.deviceoffboarding.audit.lost;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.checkpoint.LossFile;
import org.deviceoffboarding.audit.seal.CheckpointsChanged;
import org.deviceoffboarding.audit.seal.KnownKeys;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.audit.verification.VerificationService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says that checkpoints were lost outside the database, and lets an owner confirm that the log fits those that are left. */
@Service
@May(Capability.READ)
public class LostCheckpointsService {

    /** So far portals' clocks may differ. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private final LossRepository losses;
    private final KnownConfirmations confirmations;
    private final LossNotes notes;
    private final LossFile noticedHere;
    private final LogOrigin origin;
    private final KnownKeys keys;
    private final VerificationService verifications;
    private final AuditLog auditLog;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LostCheckpointsService(
            LossRepository losses,
            KnownConfirmations confirmations,
            LossNotes notes,
            LossFile noticedHere,
            LogOrigin origin,
            KnownKeys keys,
            VerificationService verifications,
            AuditLog auditLog,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.losses = losses;
        this.confirmations = confirmations;
        this.notes = notes;
        this.noticedHere = noticedHere;
        this.origin = origin;
        this.keys = keys;
        this.verifications = verifications;
        this.auditLog = auditLog;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns that some were lost, the last time that they were; nothing where they never were. What this portal noticed itself counts
     * though the log has no entry of it any more.
     */
    @Transactional(readOnly = true)
    public Optional<LostCheckpoints> latest() {
        Optional<Instant> here = noticedHere.read(origin.get(), keys::readable);
        return Stream.of(losses.noticed(clock.instant().plus(CLOCKS)), here)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .map(this::since);
    }

    private LostCheckpoints since(Instant noticedAt) {
        LostCheckpoints.Confirmed confirmed =
                confirmations.of(noticedAt, clock.instant().plus(CLOCKS)).orElse(null);
        return new LostCheckpoints(
                noticedAt,
                confirmed == null ? verifications.verifiedSince(noticedAt).orElse(null) : null,
                confirmed);
    }

    /**
     * Ends the warning, and records who did.
     *
     * @param seen what the owner looked at
     * @throws IllegalStateException if that is no longer so, or not all entries were verified since, with a message for people
     */
    @Transactional
    @May(Capability.CONFIRM_LOST_CHECKPOINTS)
    public void confirm(LostCheckpoints seen) {
        losses.lock();
        LostCheckpoints now = latest().filter(LostCheckpoints::isOpen)
                .orElseThrow(() -> new IllegalStateException("Another owner has confirmed it in the meantime."));
        Instant verifiedAt = now.verifiedAt();
        if (!now.noticedAt().equals(seen.noticedAt())) {
            throw new IllegalStateException(
                    "Checkpoints were lost once more in the meantime. Nothing was confirmed: verify the log again.");
        }
        if (verifiedAt == null) {
            throw new IllegalStateException(
                    "Nothing was confirmed: not all entries were verified since and fit what is left. Verify the log.");
        }
        Actor actor = currentActor.get();
        Instant at = clock.instant();
        auditLog.record(
                actor, new LossConfirmed(now.noticedAt(), verifiedAt, notes.sign(now.noticedAt(), at, actor.name())));
        events.publishEvent(new CheckpointsChanged());
    }
}
