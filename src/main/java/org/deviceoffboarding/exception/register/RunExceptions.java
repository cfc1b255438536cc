package org.deviceoffboarding.exception.register;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deviceoffboarding.evaluation.Exclusion;
import org.deviceoffboarding.evaluation.Exclusions;
import org.deviceoffboarding.evaluation.Freshness;
import org.deviceoffboarding.evaluation.ResultReplaced;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.exception.register.ExceptionTarget.Covered;
import org.deviceoffboarding.judging.Judgement.LeftOut;
import org.deviceoffboarding.judging.LeftOutReason;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Leaves out of a run what exceptions were in force for when it had read the tenant. Users and groups are read once for
 * each run, and kept, so that a run that goes on after a restart judges by the same.
 */
@Component
@Order(10)
class RunExceptions implements Exclusions {

    private final ExceptionRepository exceptions;
    private final ExceptionMembers members;
    private final RegisteredExceptions registered;
    private final TenantDirectory directory;
    private final TransactionTemplate transactions;

    RunExceptions(
            ExceptionRepository exceptions,
            ExceptionMembers members,
            RegisteredExceptions registered,
            TenantDirectory directory,
            TransactionTemplate transactions) {
        this.exceptions = exceptions;
        this.members = members;
        this.registered = registered;
        this.directory = directory;
        this.transactions = transactions;
    }

    @Override
    public Exclusion prepare(Run run) {
        Instant at = Objects.requireNonNull(run.readAt(), "A run has read before it judges");
        List<DeviceException> inForce = exceptions.inForce(at);
        Map<Long, Covered> covered = new HashMap<>(members.of(run.id()));
        for (DeviceException exception : inForce) {
            if (exception.kind().readFromTenant() && !covered.containsKey(exception.id())) {
                covered.put(exception.id(), read(run, exception));
            }
        }
        return exclusion(new PreparedExceptions(inForce, covered));
    }

    /** Users and groups count as they were last read, by a run or when the exception was made: there may be very many. */
    @Override
    public Exclusion inForce(Instant judgedAt, Freshness groups) {
        return exclusion(registered.prepared());
    }

    @Override
    public String state() {
        return registered.state();
    }

    private static Exclusion exclusion(PreparedExceptions prepared) {
        return (facts, flagged) -> prepared.of(facts).stream()
                .findFirst()
                .map(exception -> new LeftOut(LeftOutReason.EXCEPTION, flagged.situation(), exception.sentence()));
    }

    /** What earlier runs read is of no more use once there is a newer result. */
    @EventListener
    void on(ResultReplaced event) {
        members.forgetBefore(event.runId());
    }

    private Covered read(Run run, DeviceException exception) {
        Covered now = covered(exception);
        Covered covered = now.with(directory.lastUsedBy(run.id(), now.userNames()));
        transactions.executeWithoutResult(transaction -> members.store(run.id(), exception.id(), covered));
        return covered;
    }

    private Covered covered(DeviceException exception) {
        try {
            return exception.kind() == ExceptionKind.GROUP
                    ? directory.group(exception.target()).covered()
                    : directory.user(exception.target()).covered();
        } catch (ExceptionRefusedException e) {
            throw new RunFailedException(
                    "The exception for " + exception.what() + " cannot be read, and a run never carries on without it. "
                            + e.reason()
                            + " If it is no longer needed, lift the exception under Exceptions; then run again.",
                    e);
        }
    }
}
