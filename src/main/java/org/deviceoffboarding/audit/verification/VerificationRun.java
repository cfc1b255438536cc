package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.AuditLogUnproved;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.audit.seal.KnownKeys;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies the log, one at a time among all portals, and remembers what came of it. */
@Component
class VerificationRun {

    private static final String LOCK = "audit-verification";

    private static final Logger log = LoggerFactory.getLogger(VerificationRun.class);

    private final DataSource database;
    private final CheckpointFile file;
    private final KnownKeys keys;
    private final UnnamedKeys unnamedKeys;
    private final LogOrigin origin;
    private final RestoredDatabase restored;
    private final VerificationRepository verifications;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile @Nullable LogVerification last;
    private volatile boolean unkept;

    VerificationRun(
            DataSource database,
            CheckpointFile file,
            KnownKeys keys,
            UnnamedKeys unnamedKeys,
            LogOrigin origin,
            RestoredDatabase restored,
            VerificationRepository verifications,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.database = database;
        this.file = file;
        this.keys = keys;
        this.unnamedKeys = unnamedKeys;
        this.origin = origin;
        this.restored = restored;
        this.verifications = verifications;
        this.auditLog = auditLog;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Verifies all entries.
     *
     * @return what came of it; nothing if another verification goes on
     * @throws CancellationException if the progress says that nobody waits
     */
    Optional<LogVerification> whole(Actor by, Progress progress) {
        return alone(() -> verify(by, 0, progress));
    }

    /** As {@link #whole}, of what is new since a verification that was good; of all where there is none, or nothing to go on from. */
    Optional<LogVerification> whatIsNew(Actor by, Progress progress) {
        return alone(() -> {
            KnownVerifications known = verifications.known();
            long behind = known.misfit().isPresent()
                    ? 0
                    : known.latest()
                            .filter(LogVerification::signed)
                            .map(LogVerification::provedSize)
                            .orElse(0L);
            try {
                return verify(by, behind, progress);
            } catch (AnchorMissingException | UnreadableTreeException nothingToGoOnFrom) {
                return verify(by, 0, progress);
            }
        });
    }

    private LogVerification verify(Actor by, long behind, Progress progress) {
        Instant beganAt = clock.instant();
        LogFindings found = verifier().verify(behind, progress);
        Instant endedAt = clock.instant().truncatedTo(ChronoUnit.MICROS); // as it is stored
        LogVerification verification = LogVerification.of(beganAt, endedAt, by, behind, found);
        last = verification;
        unkept = !isKept(verification, by);
        events.publishEvent(new VerificationChanged());
        if (!verification.isGood()) {
            events.publishEvent(new AuditLogUnproved(endedAt, verification.sentence()));
        }
        return verification;
    }

    /** What was found is told, whatever the database makes of it: whoever owns it could keep it from being stored, or store another. */
    private boolean isKept(LogVerification verification, Actor by) {
        try {
            transactions.executeWithoutResult(transaction -> {
                verifications.add(verification);
                auditLog.record(by, new LogVerified(verification));
            });
            return verifications
                    .known()
                    .latest()
                    .filter(stored -> stored.signed() && stored.says(verification))
                    .isPresent();
        } catch (RuntimeException e) {
            log.atError().setCause(e).log("What a verification of the audit log found can't be stored");
            return false;
        }
    }

    /** Returns what this portal computed last; nothing where it has not verified since it started. */
    Optional<LogVerification> last() {
        return Optional.ofNullable(last);
    }

    /** Returns whether the database does not keep what this portal computed last. */
    boolean isUnkept() {
        return unkept;
    }

    private LogVerifier verifier() {
        List<Excuse> excuses = restored.confirmed().stream()
                .map(each -> new Excuse(each.sizeInside(), each.foundAt(), each.confirmedAt(), each.by()))
                .toList();
        return new LogVerifier(
                database,
                new CheckpointsInFile(file, origin.get()),
                new Notes(origin.get(), keys.get()),
                excuses,
                Stream.concat(restored.foreign().stream(), unnamedKeys.sentences().stream())
                        .toList());
    }

    @FunctionalInterface
    private interface Verifying {

        LogVerification verify();
    }

    /** PostgreSQL lets go of the lock where this portal is killed. */
    private Optional<LogVerification> alone(Verifying verifying) {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(hashtextextended(?, 0))")) {
                return Optional.empty();
            }
            try {
                return Optional.of(verifying.verify());
            } finally {
                ask(connection, "select pg_advisory_unlock(hashtextextended(?, 0))");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not say whether another verification goes on", e);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, LOCK);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
