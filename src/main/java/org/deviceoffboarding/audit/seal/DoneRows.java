package org.deviceoffboarding.audit.seal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.base.database.PassingFaults;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes rows away of entries that wait no more. Somebody may have locked some: they stay where they are, and keep no other from being taken
 * away, nor anything from being sealed.
 */
@Component
class DoneRows {

    /** Much less than the second after which PostgreSQL looks for a deadlock, and ends one of those in it. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    /** So often it finds a lock, looking for rows that were locked once and are not any more. */
    private static final int TRIES = 40;

    private final UnsealedRepository unsealed;
    private final TransactionTemplate part;

    DoneRows(UnsealedRepository unsealed, PlatformTransactionManager transactions) {
        this.unsealed = unsealed;
        this.part = new TransactionTemplate(transactions);
        part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Takes rows away, in the caller's transaction.
     *
     * @return those that stay: somebody locked each of them
     * @throws IllegalStateException if somebody else took one away already
     */
    Set<Long> remove(List<Long> ids) {
        Set<Long> left = new LinkedHashSet<>(ids);
        if (!left.isEmpty()) {
            unlessLocked(() -> unsealed.removeUntouched(ids).forEach(left::remove));
        }
        return left.isEmpty() ? left : removeTouched(List.copyOf(left));
    }

    private Set<Long> removeTouched(List<Long> ids) {
        Set<Long> kept = new HashSet<>();
        Deque<List<Long>> parts = new ArrayDeque<>(List.of(ids));
        for (int locked = 0; !parts.isEmpty(); ) {
            List<Long> next = parts.removeFirst();
            if (locked < TRIES && unlessLocked(() -> removeAll(next))) {
                continue;
            }
            locked++;
            if (next.size() == 1 || locked > TRIES) {
                kept.addAll(next);
            } else {
                parts.addFirst(next.subList(next.size() / 2, next.size()));
                parts.addFirst(next.subList(0, next.size() / 2));
            }
        }
        return kept;
    }

    private boolean unlessLocked(Runnable removal) {
        try {
            part.executeWithoutResult(status -> {
                unsealed.hurry(PATIENCE);
                removal.run();
            });
            return true;
        } catch (DataAccessException e) {
            if (PassingFaults.arePassing(e) && !PassingFaults.areOfConnection(e)) { // somebody holds a lock
                return false;
            }
            throw e;
        }
    }

    private void removeAll(List<Long> ids) {
        int removed = unsealed.remove(ids);
        if (removed != ids.size()) {
            throw new IllegalStateException("Of " + ids.size() + " entries to be sealed " + removed + " waited");
        }
    }
}
