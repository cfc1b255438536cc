package org.deviceoffboarding.person.draft;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets drafts that nobody has gone on with. */
@Configuration(proxyBeanMethods = false)
class DraftExpiry {

    private static final Duration KEPT = Duration.ofDays(30);

    /** No window is open for longer than this that could still show what another one goes on with. */
    private static final Duration LONGEST_SESSION = Duration.ofDays(2);

    @Bean
    RecurringTask<Void> forgetDrafts(DraftRepository drafts, Clock clock) {
        return Tasks.recurring("forget-drafts", FixedDelay.ofHours(1))
                .execute((instance, context) -> forget(drafts, clock.instant()));
    }

    static void forget(DraftRepository drafts, Instant now) {
        drafts.deleteChangedBefore(now.minus(KEPT));
        drafts.deleteTakenBefore(now.minus(LONGEST_SESSION));
    }
}
