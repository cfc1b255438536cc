package org.deviceoffboarding.audit.seal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.tree.Frontier;
import org.deviceoffboarding.base.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers the entries that are committed, adds them to the tree, and signs it. Several may try at once, on any portal: one does it. It
 * locks nothing but other sealers, and waits for nobody.
 */
@Component
class Sealer {

    /** As many as one transaction seals, so that none takes long. */
    static final int BATCH = 10_000;

    private final UnsealedRepository unsealed;
    private final LeafRepository leaves;
    private final TreeReader tree;
    private final CheckpointRepository checkpoints;
    private final CheckpointCopies copies;
    private final CheckpointKey key;
    private final LogOrigin origin;
    private final AuditLog auditLog;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sealer(
            UnsealedRepository unsealed,
            LeafRepository leaves,
            TreeReader tree,
            CheckpointRepository checkpoints,
            CheckpointCopies copies,
            CheckpointKey key,
            LogOrigin origin,
            AuditLog auditLog,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.unsealed = unsealed;
        this.leaves = leaves;
        this.tree = tree;
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
     * @return how many entries were sealed
     */
    int seal(BooleanSupplier stopping) {
        int sealed = 0;
        for (int batch = BATCH; batch == BATCH && !stopping.getAsBoolean(); sealed += batch) {
            batch = unsealed.isEmpty() || copies.isHeld() ? 0 : sealBatch();
            if (batch > 0) {
                copies.copy();
            }
        }
        return sealed;
    }

    private int sealBatch() {
        Integer sealed = transaction.execute(status -> unsealed.lock() ? sealFirst() : 0);
        return sealed == null ? 0 : sealed;
    }

    private int sealFirst() {
        Optional<SignedCheckpoint> before = checkpoints.newest();
        before.ifPresent(this::tellOfAnotherKey);
        List<UnsealedEntry> waiting = unsealed.first(BATCH);
        List<UnsealedEntry> entries =
                waiting.stream().filter(each -> !each.isSealed()).toList();
        if (!entries.isEmpty()) {
            Frontier frontier = grow(entries);
            checkpoints.add(key.sign(new Checkpoint(origin.get(), frontier.size(), frontier.root(), time(before))));
        }
        unsealed.remove(waiting);
        return waiting.size();
    }

    private Frontier grow(List<UnsealedEntry> entries) {
        Frontier frontier = tree.at(tree.size()).frontier();
        leaves.addLeaves(frontier.size(), entries);
        TileCollector completed = new TileCollector();
        entries.forEach(each -> frontier.append(each.leafHash(), completed));
        leaves.addTiles(completed.tiles());
        return frontier;
    }

    /** Each checkpoint is later than those before, here and outside, whatever the clocks of several portals say. */
    private Instant time(Optional<SignedCheckpoint> before) {
        return Stream.of(before, copies.newestOutside())
                .flatMap(Optional::stream)
                .map(each -> each.checkpoint().at().plus(1, ChronoUnit.MICROS))
                .reduce(clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private void tellOfAnotherKey(SignedCheckpoint before) {
        VerifierKey now = key.verifierKey(origin.get());
        if (!before.names(now)) {
            String then = before.note().signatures().getFirst().keyId();
            auditLog.record(Actor.PORTAL, new KeyChanged(then, now));
        }
    }
}
