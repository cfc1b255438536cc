package org.deviceoffboarding.base.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.deviceoffboarding.base.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts carrying out jobs once the portal is ready, first of all those that a portal left behind, and stops in time. */
@Component
class JobEngine {

    private static final Duration PACE = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(JobEngine.class);

    private final Scheduler scheduler;
    private final PutOffJobs putOff;
    private final PortalNode node;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private @Nullable ScheduledExecutorService beat;

    /** When the database was last known to answer. */
    private volatile Instant answered;

    JobEngine(
            Scheduler scheduler,
            PutOffJobs putOff,
            PortalNode node,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.scheduler = scheduler;
        this.putOff = putOff;
        this.node = node;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.answered = clock.instant();
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() throws SQLException {
        if (beat == null) {
            node.join();
            answered = clock.instant();
            releaseAbandoned();
            scheduler.start();
            putOff.watch();
            beat = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("portal-node").factory());
            beat.scheduleWithFixedDelay(this::stay, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @EventListener(JobQueue.Filled.class)
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** On the first sign of the end, while everything that jobs need is still there. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        if (beat != null) {
            beat.shutdownNow();
            beat = null;
            putOff.stop();
            scheduler.stop();
            node.leave();
        }
    }

    /** What the database does not answer now it may answer with a later beat. */
    private void stay() {
        try {
            boolean cut = node.stay();
            Instant before = answered;
            answered = clock.instant();
            if (cut) {
                events.publishEvent(new DatabaseReturned(before));
            }
        } catch (SQLException | RuntimeException e) {
            log.atDebug().setCause(e).log("The portal could not show that it is alive");
        }
    }

    /**
     * Makes jobs due that were being carried out by a portal that is gone. The engine would find them by their missing
     * heartbeats as well, only later.
     */
    private void releaseAbandoned() {
        jdbc
                .sql("select distinct picked_by from scheduled_tasks where picked and picked_by is not null")
                .query(String.class)
                .list()
                .stream()
                .filter(node::isGone)
                .forEach(this::release);
    }

    private void release(String goneNode) {
        int released = jdbc.sql("""
                update scheduled_tasks
                set picked = false, picked_by = null, last_heartbeat = null, execution_time = :now, version = version + 1
                where picked and picked_by = :node
                """)
                .param("now", Sql.timestamp(clock.instant()))
                .param("node", goneNode)
                .update();
        log.atInfo().addKeyValue("jobs", released).log("Going on with what an earlier portal left behind");
    }
}
