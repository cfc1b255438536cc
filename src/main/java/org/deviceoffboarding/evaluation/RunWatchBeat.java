package org.deviceoffboarding.evaluation;

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

/** Lets the {@link RunWatch} look every few seconds, on each portal, for as long as it is there. */
@Component
@ConditionalOnBooleanProperty(name = "portal.run-watch", matchIfMissing = true)
class RunWatchBeat {

    /** Two small look-ups by an index: cheap enough for each portal, and soon enough for people. */
    private static final Duration PACE = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(RunWatchBeat.class);

    private final RunWatch watch;
    private final PortalBeat beat = new PortalBeat("run-watch", PACE, this::look);

    RunWatchBeat(RunWatch watch) {
        this.watch = watch;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (!beat.isGoing()) {
            watch.begin();
            beat.startAfterPause();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        beat.stop();
    }

    /** What cannot be looked up now is found with a later look. */
    private void look() {
        try {
            watch.look();
        } catch (DataAccessException e) {
            log.atDebug().setCause(e).log("Runs of other portals could not be looked up");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Pages could not be told of another portal's run");
        }
    }
}
