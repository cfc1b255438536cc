package org.deviceoffboarding.audit.verification;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.jobs.GrowingPause;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Verifies every day what is new, or as soon as that can be done, and once what only portals of earlier versions verified, on one portal at a time. */
@Configuration(proxyBeanMethods = false)
class VerificationTask {

    @Bean
    @ConditionalOnBooleanProperty(name = "portal.audit.sealing", matchIfMissing = true)
    RecurringTask<Void> verifyAuditLog(VerificationRun run) {
        return Tasks.recurring("verify-audit-log", FixedDelay.ofHours(24))
                .onFailure(new GrowingPause<>(Duration.ofMinutes(1), Duration.ofHours(1)))
                .execute((instance, context) -> {
                    if (run.whatIsNew(Actor.PORTAL, untilStopped(context)).isEmpty()) {
                        throw new IllegalStateException("Another verification goes on, or somebody holds its lock");
                    }
                });
    }

    @Bean
    OneTimeTask<Void> verifyAuditLogSigned(FirstSignedVerification first) {
        return Tasks.oneTime(FirstSignedVerification.TASK)
                .onFailure(new GrowingPause<>())
                .onDeadExecutionRevive()
                .execute((instance, context) -> first.verify(untilStopped(context)));
    }

    private static Progress untilStopped(ExecutionContext context) {
        return (done, all) -> {
            if (context.getSchedulerState().isShuttingDown()) {
                throw new CancellationException("The portal stops");
            }
        };
    }
}
