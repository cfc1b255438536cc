package org.deviceoffboarding.access.session;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets the watches of sessions look every few seconds, on each portal, for as long as it is there. */
@Component
@ConditionalOnBooleanProperty(name = "portal.session.watch", matchIfMissing = true)
class SessionBeat {

    private static final Duration PACE = Duration.ofSeconds(3);
    private static final Duration ROLES_PACE = Duration.ofSeconds(15);
    private static final Duration TIDY_PACE = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(SessionBeat.class);

    private final SessionWatch sessions;
    private final RoleWatch roles;
    private @Nullable ScheduledExecutorService threads;

    SessionBeat(SessionWatch sessions, RoleWatch roles) {
        this.sessions = sessions;
        this.roles = roles;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (threads == null) {
            threads = Executors.newScheduledThreadPool(
                    2, Thread.ofVirtual().name("session-watch-", 0).factory());
            every(PACE, sessions::look, threads);
            every(ROLES_PACE, roles::look, threads);
            every(TIDY_PACE, sessions::tidyUp, threads);
        }
    }

    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }

    /** What cannot be looked up now is found with a later look, or with the next request. */
    private static void every(Duration pace, Runnable look, ScheduledExecutorService threads) {
        threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        look.run();
                    } catch (RuntimeException e) {
                        log.atDebug().setCause(e).log("Sessions could not be looked up");
                    }
                },
                pace.toMillis(),
                pace.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
