package org.deviceoffboarding.base.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Where modules put jobs. It knows none of their handlers, so that a handler may put further jobs here, and what is put
 * belongs to the caller's transaction: nobody carries it out before that is committed.
 */
@Component
public class JobQueue {

    /** Somebody put a job into the queue, and the transaction is committed. */
    record Filled() {}

    private final SchedulerClient client;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JobQueue(DataSource dataSource, ApplicationEventPublisher events, Clock clock) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .build();
        this.events = events;
        this.clock = clock;
    }

    /** Lets a job be carried out as soon as the caller's transaction is committed; nothing changes if it waits already. */
    public void add(TaskInstance<?> job) {
        client.scheduleIfNotExists(job, clock.instant());
    }

    /** Wakes whoever carries out jobs, who would else look again a second later. Called after the commit. */
    public void wake() {
        events.publishEvent(new Filled());
    }
}
