package org.deviceoffboarding.audit.verification;

import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.springframework.stereotype.Service;

/** Verifies the audit log for people, and says what came of it. */
@Service
@May(Capability.READ)
public class VerificationService {

    private final VerificationsHere here;
    private final VerificationRun run;
    private final VerificationRepository verifications;
    private final CurrentActor currentActor;

    VerificationService(
            VerificationsHere here,
            VerificationRun run,
            VerificationRepository verifications,
            CurrentActor currentActor) {
        this.here = here;
        this.run = run;
        this.verifications = verifications;
        this.currentActor = currentActor;
    }

    /**
     * Begins to verify all entries, beside the page, and returns at once. Where a verification goes on already, that one goes on.
     * What comes of it is remembered, whether or not somebody waits for it.
     */
    @May(Capability.EXPORT_AUDIT_LOG)
    public void start() {
        here.start(currentActor.get());
    }

    /** Stops the verification that goes on in this portal; nothing is remembered of it. */
    @May(Capability.EXPORT_AUDIT_LOG)
    public void cancel() {
        here.cancel();
    }

    /** Returns whether this portal verifies the log, and how far it is. */
    public VerificationState state() {
        return here.state();
    }

    /** Returns what came of the newest verification; nothing where there was none yet. */
    public Optional<LogVerification> latest() {
        KnownVerifications known = verifications.known();
        return newestHere(known).or(known::latest);
    }

    /** Returns what does not fit, until all entries are verified and good; nothing where everything fits. */
    public Optional<LogVerification> misfit() {
        KnownVerifications known = verifications.known();
        return newestHere(known)
                .filter(here -> here.isWhole() || !here.misfits().isEmpty())
                .map(here -> Optional.of(here).filter(each -> !each.misfits().isEmpty()))
                .orElseGet(known::misfit);
    }

    /** Returns what did not fit when something did not the last time, though all entries were verified and good since. */
    public Optional<LogVerification> settled() {
        return verifications.known().settled();
    }

    /**
     * Returns of when a verification says to be that the database has, that is newer than all that a key of this log signed, and that
     * none signed itself; nothing where there is none.
     */
    public Optional<Instant> unsigned() {
        return verifications.known().unsigned();
    }

    /**
     * Returns when all entries were verified last and everything fitted, if that verification began after a time: what went on at that time
     * may have gone by what was there before. Nothing where something does not fit since, or no checkpoint was outside to fit.
     */
    public Optional<Instant> verifiedSince(Instant time) {
        KnownVerifications known = verifications.known();
        return known.misfit().isPresent()
                ? Optional.empty()
                : known.good()
                        .filter(each -> each.beganAt().isAfter(time) && each.provedAt() != null)
                        .map(LogVerification::endedAt);
    }

    /** What this portal computed counts more than what the database says that it did, unless another one computed since. */
    private Optional<LogVerification> newestHere(KnownVerifications known) {
        return run.last()
                .filter(here -> run.isUnkept()
                        || known.latest()
                                .filter(LogVerification::signed)
                                .filter(stored -> stored.endedAt().isAfter(here.endedAt()))
                                .isEmpty());
    }
}
