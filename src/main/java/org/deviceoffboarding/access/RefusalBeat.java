package org.deviceoffboarding.access;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets repeated refusals be stored once their hour is over, and when the portal stops in good order. */
@Component
class RefusalBeat {

    private static final Duration PACE = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(RefusalBeat.class);

    private final AccessAudit audit;
    private @Nullable ScheduledExecutorService thread;

    RefusalBeat(AccessAudit audit) {
        this.audit = audit;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (thread == null) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("refusals").factory());
            thread.scheduleWithFixedDelay(
                    () -> store(audit::storeEnded), PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** After the last request was answered, and while the database is still there. */
    @PreDestroy
    synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
        store(audit::storeAll);
    }

    /** What cannot be stored now is with the next beat. */
    private static void store(Runnable repeated) {
        try {
            repeated.run();
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("How often people were refused could not be stored in the audit log");
        }
    }
}
