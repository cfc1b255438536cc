package org.deviceoffboarding.audit.restored;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointFileException;
import org.deviceoffboarding.audit.checkpoint.CheckpointReader;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.seal.BrokenTreeException;
import org.deviceoffboarding.audit.seal.KnownKeys;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.audit.seal.RememberedCheckpoint;
import org.deviceoffboarding.audit.seal.TreeReader;
import org.deviceoffboarding.base.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares the database with the newest checkpoint outside. One of another log says as much as a newer one: a database from before there
 * was a log gets a new one when it is migrated, and a folder may be that of another database. Where the file is missing, or behind, what this
 * portal remembers of it counts. What no known key signed says nothing.
 */
@Component
class RestorationCheck {

    /** So many of the checkpoints outside are looked for in the database at once. */
    private static final int AT_ONCE = 5_000;

    private static final Logger log = LoggerFactory.getLogger(RestorationCheck.class);

    private final CheckpointFile file;
    private final RememberedCheckpoint remembered;
    private final KnownKeys keys;
    private final LogOrigin origin;
    private final TreeReader tree;
    private final RestorationRepository restorations;
    private final KnownRestorations known;
    private final AuditLog auditLog;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    RestorationCheck(
            CheckpointFile file,
            RememberedCheckpoint remembered,
            KnownKeys keys,
            LogOrigin origin,
            TreeReader tree,
            RestorationRepository restorations,
            KnownRestorations known,
            AuditLog auditLog,
            ApplicationEventPublisher events,
            PlatformTransactionManager manager,
            Clock clock) {
        this.file = file;
        this.remembered = remembered;
        this.keys = keys;
        this.origin = origin;
        this.tree = tree;
        this.restorations = restorations;
        this.known = known;
        this.auditLog = auditLog;
        this.events = events;
        this.transactions = new TransactionTemplate(manager);
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Looks whether the database is older than its log, and notes it where it is. Returns whether it is. */
    boolean find() {
        Optional<SignedCheckpoint> beyond = Stream.of(newest(), remembered.get())
                .flatMap(Optional::stream)
                .filter(each -> !isWithin(each))
                .findFirst();
        beyond.ifPresent(this::note);
        return beyond.isPresent();
    }

    private Optional<SignedCheckpoint> newest() {
        try {
            return file.newest();
        } catch (CheckpointFileException | MalformedNoteException saidByTheSealer) {
            return Optional.empty();
        }
    }

    /** Whether the database has all that was signed, as far as this checkpoint can tell. */
    private boolean isWithin(SignedCheckpoint outside) {
        String log = outside.checkpoint().origin();
        if (!log.equals(origin.get())) {
            return known.isSettled(outside) || !isSigned(outside);
        }
        return !known.there(List.of(outside)).isEmpty()
                || known.isSettled(outside)
                || !isSigned(outside)
                || isOfThisTree(outside);
    }

    private boolean isSigned(SignedCheckpoint outside) {
        return outside.isSignedBy(keys.readable(outside.checkpoint().origin()));
    }

    private boolean isOfThisTree(SignedCheckpoint outside) {
        long size = outside.checkpoint().size();
        try {
            return outside.checkpoint().hasRoot(tree.at(size).root());
        } catch (BrokenTreeException tampered) {
            return false;
        }
    }

    private void note(SignedCheckpoint outside) {
        boolean anotherLog = !outside.checkpoint().origin().equals(origin.get());
        long inside = anotherLog ? 0 : sizeInside(outside);
        transactions.executeWithoutResult(transaction -> {
            restorations.lock();
            if (restorations.isOpen() || isWithin(outside)) {
                return; // another portal was faster
            }
            restorations.add(clock.instant(), inside, outside);
            auditLog.record(
                    Actor.PORTAL,
                    new RestorationFound(inside, outside.checkpoint().size(), anotherLog));
            events.publishEvent(new RestorationChanged());
            log.atError()
                    .addKeyValue("inside", inside)
                    .addKeyValue("outside", outside.checkpoint().size())
                    .log(
                            anotherLog
                                    ? "The checkpoints outside are of another audit log than this database's: nothing is sent until an owner has confirmed it"
                                    : "The database is older than its audit log's newest checkpoint outside: nothing is sent until an owner has confirmed it");
        });
    }

    /**
     * Returns up to where the log is the one that was signed, as this portal's file says it now; 0 beside the checkpoints of another
     * log. Where its file lacks what was found outside it can't tell, and what is stored counts.
     */
    long sizeInside(FoundRestoration found) {
        Optional<SignedCheckpoint> outside = found.signedCheckpoint()
                .filter(each -> each.checkpoint().origin().equals(origin.get()));
        if (outside.isEmpty()) {
            return 0;
        }
        Common common = common(outside.get());
        return common.withOutside() ? common.size() : found.sizeInside();
    }

    private long sizeInside(SignedCheckpoint outside) {
        return common(outside).size();
    }

    /**
     * What the file and the database both have, of before a checkpoint outside.
     *
     * @param size of the newest of these; 0 where there is none
     * @param withOutside whether the file has the checkpoint outside
     */
    private record Common(long size, boolean withOutside) {}

    private Common common(SignedCheckpoint outside) {
        Instant until = outside.checkpoint().at();
        List<SignedCheckpoint> before = new ArrayList<>();
        long size = 0;
        boolean withOutside = false;
        try (CheckpointReader reader = CheckpointReader.all(file)) {
            for (SignedCheckpoint next = reader.next(); next != null; next = reader.next()) {
                withOutside |= next.text().equals(outside.text());
                if (!next.checkpoint().at().isAfter(until)) {
                    before.add(next);
                }
                if (before.size() == AT_ONCE) {
                    size = Math.max(size, largestInside(before));
                    before.clear();
                }
            }
        } catch (CheckpointFileException | MalformedNoteException saidByTheSealer) {
            withOutside = false;
        }
        return new Common(Math.max(size, largestInside(before)), withOutside);
    }

    private long largestInside(List<SignedCheckpoint> some) {
        Set<String> inside = known.there(some);
        return some.stream()
                .filter(each -> inside.contains(each.text()))
                .mapToLong(each -> each.checkpoint().size())
                .max()
                .orElse(0);
    }
}
