package org.deviceoffboarding.access;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.deviceoffboarding.base.jobs.PortalBeat;
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
    private final PortalBeat beat;

    RefusalBeat(AccessAudit audit) {
        this.audit = audit;
        this.beat = new PortalBeat("refusals", PACE, () -> store(audit::storeEnded));
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        beat.startAfterPause();
    }

    /** After the last request was answered, and while the database is still there. */
    @PreDestroy
    void stop() {
        beat.stopAfterwards();
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
