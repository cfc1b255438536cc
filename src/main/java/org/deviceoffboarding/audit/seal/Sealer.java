package org.deviceoffboarding.audit.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers the entries that are committed, adds them to the tree, and signs it. Several may try at once, on any portal: one does it. It
 * locks nothing but other sealers, and waits for nobody. It goes by what a known key signed, and by what entries say rather than by the
 * hashes beside them: what somebody else adds to the log's tables is not sealed, and does not keep it from going on.
 */
@Component
class Sealer {

    /** As many as one transaction seals, so that none takes long. */
    static final int BATCH = 10_000;

    /** So long it waits for somebody who has an open transaction that adds to the log's tree, as no other portal has. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(Sealer.class);

    private final UnsealedRepository unsealed;
    private final WaitingLeaves waitingLeaves;
    private final DoneRows doneRows;
    private final RefusedEntries refused;
    private final LeafRepository leaves;
    private final TreeEdge edge;
    private final NewestCheckpoint newest;
    private final CheckpointRepository checkpoints;
    private final CheckpointCopies copies;
    private final CheckpointKey key;
    private final LogOrigin origin;
    private final AuditLog auditLog;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private volatile @Nullable String trouble;

    Sealer(
            UnsealedRepository unsealed,
            WaitingLeaves waitingLeaves,
            DoneRows doneRows,
            RefusedEntries refused,
            LeafRepository leaves,
            TreeEdge edge,
            NewestCheckpoint newest,
            CheckpointRepository checkpoints,
            CheckpointCopies copies,
            CheckpointKey key,
            LogOrigin origin,
            AuditLog auditLog,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.unsealed = unsealed;
        this.waitingLeaves = waitingLeaves;
        this.doneRows = doneRows;
        this.refused = refused;
        this.leaves = leaves;
        this.edge = edge;
        this.newest = newest;
        this.checkpoints = checkpoints;
        this.copies = copies;
        this.key = key;
        this.origin = origin;
        this.auditLog = auditLog;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * Seals all that waits, in several transactions where it is much.
     *
     * @param stopping whether to leave the rest to another
     * @return how many entries wait no more
     */
    int seal(BooleanSupplier stopping) {
        int sealed = 0;
        for (int batch = BATCH; batch == BATCH && !stopping.getAsBoolean(); sealed += batch) {
            batch = unsealed.isEmpty() || copies.isHeld() ? 0 : sealBatch(this::mayGoOn);
            if (batch > 0) {
                copies.copy();
            }
        }
        return sealed;
    }

    /**
     * Seals what has waited for a minute: whoever has got hold of the portal's role can put off the job that does it, or keep every portal
     * from beginning it. Where another is at it nothing is done.
     *
     * @return how many entries wait no more
     */
    int sealLate() {
        if (unsealed.isEmpty() || copies.isHeld() || !isLate()) {
            return 0;
        }
        int sealed = sealBatch(unsealed::lock);
        if (sealed > 0) {
            log.atWarn()
                    .addKeyValue("entries", sealed)
                    .log(
                            "Entries of the audit log had waited for a minute, and no job sealed them: this portal did. Look at the row "
                                    + SealConfiguration.JOB + " of scheduled_tasks, which somebody may have put off");
            copies.copy();
        }
        return sealed;
    }

    private boolean isLate() {
        return unsealed.oldest(newest.size())
                .filter(oldest -> oldest.plus(SealState.LATE).isBefore(clock.instant()))
                .isPresent();
    }

    private int sealBatch(BooleanSupplier mayGoOn) {
        try {
            Integer sealed = transaction.execute(status -> mayGoOn.getAsBoolean() ? sealFirst() : 0);
            trouble = null;
            return sealed == null ? 0 : sealed;
        } catch (BrokenTreeException e) {
            trouble = e.getMessage();
            throw e;
        }
    }

    /**
     * Who holds the sealers' lock need be none. That no number is given twice the database sees to, so that it is safe to go on without
     * the lock: of two sealers at once one fails, and tries again.
     */
    private boolean mayGoOn() {
        return unsealed.lock() || isLate();
    }

    private int sealFirst() {
        unsealed.hurry(LONGEST_WAIT);
        Optional<SignedCheckpoint> known = newest.get();
        Optional<SignedCheckpoint> signed = known.or(() -> checkpoints.newestUpTo(leaves.highest(), origin.get()));
        Growth growth = new Growth(leaves, edge.at(signed)).withWhatFollows();
        signed.ifPresent(before -> tellOfAnotherKey(before, known.isPresent()));
        List<Long> waiting = unsealed.first(BATCH);
        List<FittingLeaf> fitting = waitingLeaves.fitting(waiting);
        List<PlacedLeaf> added = growth.add(fitting);
        store(growth, added, NewestCheckpoint.size(signed), known);
        Set<Long> goOnWaiting = fitting.stream().map(FittingLeaf::entryId).collect(Collectors.toSet());
        List<Long> foreign = without(goOnWaiting, waiting);
        refused.note(foreign);
        added.stream().map(PlacedLeaf::entryId).forEach(goOnWaiting::remove);
        List<Long> done = without(goOnWaiting, waiting);
        Set<Long> kept = doneRows.remove(done);
        doneRows.remove(without(kept, unsealed.numbered(growth.size(), BATCH)));
        refused.tell(without(kept, foreign));
        return done.size();
    }

    private static List<Long> without(Set<Long> others, List<Long> ids) {
        return ids.stream().filter(id -> !others.contains(id)).toList();
    }

    private void store(Growth growth, List<PlacedLeaf> added, long signed, Optional<SignedCheckpoint> known) {
        if (growth.size() == signed) {
            return;
        }
        if (growth.foreign() > 0) {
            log.atError()
                    .addKeyValue("leaves", growth.foreign())
                    .addKeyValue("behind", signed)
                    .log(
                            "The audit log has leaves that the sealer did not sign: sealing goes on behind them; verify the log");
        }
        leaves.addLeaves(added);
        leaves.addTiles(growth.tiles());
        checkpoints.add(key.sign(
                new Checkpoint(origin.get(), growth.size(), growth.frontier().root(), time(known))));
        edge.leave(growth.frontier());
    }

    /** Returns what the tree lacks, so that it can't grow; null where it grew when it was tried last on this portal. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /**
     * Each checkpoint is later than those before, here and outside, whatever the clocks of several portals say. What no known key signed
     * has no say in it.
     */
    private Instant time(Optional<SignedCheckpoint> known) {
        Instant soon = clock.instant().plus(CheckpointCopies.FAR_AHEAD); // beyond, somebody put it there
        return Stream.of(
                        known,
                        copies.newestOutside()
                                .filter(each -> each.checkpoint().at().isBefore(soon)))
                .flatMap(Optional::stream)
                .map(each -> each.checkpoint().at().plus(1, ChronoUnit.MICROS))
                .reduce(clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** @param known whether a known key signed it; else whoever put it there could say to be any */
    private void tellOfAnotherKey(SignedCheckpoint before, boolean known) {
        VerifierKey now = key.verifierKey(origin.get());
        if (!known) {
            auditLog.record(Actor.PORTAL, new KeyChanged("", now));
        } else if (!before.isSignedBy(List.of(now))) {
            auditLog.record(
                    Actor.PORTAL,
                    new KeyChanged(before.note().signatures().getFirst().keyId(), now));
        }
    }
}
