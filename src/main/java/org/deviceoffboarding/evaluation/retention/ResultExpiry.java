package org.deviceoffboarding.evaluation.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.evaluation.ResultForgotten;
import org.deviceoffboarding.evaluation.ResultNeed;
import org.deviceoffboarding.evaluation.ResultRemains;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what runs found that is older than an owner keeps it: first it is shown no more, later it goes, in pieces. Cut off
 * anywhere, it goes on where it was when it is called again.
 */
@Component
class ResultExpiry {

    /** So long nobody sees a result before it is removed: what was being exported has ended by then. */
    static final Duration UNSEEN = Duration.ofHours(1);

    private static final int ROWS_AT_ONCE = 1_000;

    private final OldResults results;
    private final RetentionRepository retention;
    private final List<ResultNeed> needs;
    private final List<ResultRemains> remains;
    private final AuditLog auditLog;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ResultExpiry(
            OldResults results,
            RetentionRepository retention,
            List<ResultNeed> needs,
            List<ResultRemains> remains,
            AuditLog auditLog,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.results = results;
        this.retention = retention;
        this.needs = needs;
        this.remains = remains;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** @param stopping whether the portal is about to stop */
    void expire(BooleanSupplier stopping) {
        results.countUncounted();
        while (!stopping.getAsBoolean() && forgetOne()) {
            // One result after the other, each by what an owner has saved by then.
        }
        for (long run : results.toEmpty(clock.instant().minus(UNSEEN))) {
            empty(run, stopping);
        }
    }

    private boolean forgetOne() {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            Retention inForce = retention.newest();
            Set<Long> needed =
                    needs.stream().flatMap(need -> need.runs().stream()).collect(Collectors.toSet());
            OptionalLong forgotten = results.forgetOne(inForce.from(clock.instant()), needed, clock.instant());
            forgotten.ifPresent(run -> {
                events.publishEvent(new ResultForgotten(run));
                auditLog.record(Actor.PORTAL, new ResultRemoved(run, inForce.days()));
            });
            return forgotten.isPresent();
        }));
    }

    /** Removes all that is kept of a result that is no longer shown; goes on where it was when it is called again. */
    void empty(long run, BooleanSupplier stopping) {
        for (ResultRemains each : remains) {
            int removed;
            do {
                if (stopping.getAsBoolean()) {
                    return;
                }
                removed = Objects.requireNonNull(transactions.execute(transaction -> {
                    results.hold(run);
                    return each.remove(run, ROWS_AT_ONCE);
                }));
            } while (removed > 0);
        }
        results.noteEmptied(run);
    }
}
