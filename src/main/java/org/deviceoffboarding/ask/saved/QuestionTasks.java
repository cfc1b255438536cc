package org.deviceoffboarding.ask.saved;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done about saved questions by itself, on one portal at a time. */
@Configuration(proxyBeanMethods = false)
class QuestionTasks {

    private static final Duration HISTORY_KEPT = Duration.ofDays(90);

    /** One look-up by indexes where nothing happened. */
    @Bean
    RecurringTask<Void> countQuestions(QuestionCount count) {
        return Tasks.recurring("count-questions", FixedDelay.ofSeconds(10))
                .execute((instance, context) ->
                        count.look(() -> context.getSchedulerState().isShuttingDown()));
    }

    @Bean
    RecurringTask<Void> forgetAsked(QuestionHistoryRepository history, Clock clock) {
        return Tasks.recurring("forget-asked", FixedDelay.ofHours(1))
                .execute((instance, context) -> forget(history, clock.instant()));
    }

    static void forget(QuestionHistoryRepository history, Instant now) {
        history.deleteAskedBefore(now.minus(HISTORY_KEPT));
    }
}
