package org.deviceoffboarding.secretkey;

import java.time.Duration;
import org.deviceoffboarding.base.jobs.PortalBeat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Lets the {@link KeyRotationWork} proceed every few seconds, on each portal: each has to learn a new key, and shows which one it has. */
@Component
@ConditionalOnBooleanProperty(name = "portal.key-watch", matchIfMissing = true)
class KeyRotationBeat {

    /** A few rows: cheap enough for each portal, and soon enough for whoever waits for it. */
    private static final Duration PACE = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(KeyRotationBeat.class);

    private final KeyRotationWork work;
    private final PortalBeat beat = new PortalBeat("secret-key", PACE, this::proceed);

    KeyRotationBeat(KeyRotationWork work) {
        this.work = work;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        beat.start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (beat.isGoing()) {
            beat.stop();
            attempt(work::leave);
        }
    }

    private void proceed() {
        attempt(work::proceed);
    }

    /** What does not work now does with a later beat, which there would be none of after anything thrown, an error included. */
    private static void attempt(Runnable what) {
        try {
            what.run();
        } catch (DataAccessException e) {
            log.atDebug().setCause(e).log("The keys could not be looked up");
        } catch (RuntimeException | Error e) {
            log.atWarn().setCause(e).log("The secret key could not be replaced yet");
        }
    }
}
