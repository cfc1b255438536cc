package org.deviceoffboarding.delegation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets identities once their time is over, but those that something being carried out needs. */
@Configuration(proxyBeanMethods = false)
class IdentityExpiryTask {

    private static final int EVERY_MINUTES = 5;

    @Bean
    RecurringTask<Void> forgetActionIdentities(
            ActionIdentities identities, ObjectProvider<IdentityRetention> needed, Clock clock) {
        return Tasks.recurring("forget-action-identities", FixedDelay.ofMinutes(EVERY_MINUTES))
                .execute((instance, context) -> forget(identities, needed.stream(), clock.instant()));
    }

    static void forget(ActionIdentities identities, Stream<IdentityRetention> needed, Instant now) {
        Set<String> persons = needed.flatMap(each -> each.persons().stream()).collect(Collectors.toSet());
        identities.forgetUnused(now.minus(ActionIdentity.LIFETIME), persons);
    }
}
