package org.deviceoffboarding.audit.seal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.deviceoffboarding.base.jobs.PortalBeat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Copies out every few seconds what another portal sealed, on each portal, for as long as it is there; and seals what should have been
 * sealed long ago.
 */
@Component
@ConditionalOnBooleanProperty(name = "portal.audit.sealing", matchIfMissing = true)
class CheckpointBeat {

    private static final Duration PACE = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(CheckpointBeat.class);

    private final CheckpointCopies copies;
    private final Sealer sealer;
    private final PortalBeat beat = new PortalBeat("checkpoint-copies", PACE, this::copy);

    private final Clock clock;
    private volatile Instant lateFrom = Instant.MAX;

    CheckpointBeat(CheckpointCopies copies, Sealer sealer, Clock clock) {
        this.copies = copies;
        this.sealer = sealer;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        lateFrom = clock.instant().plus(SealState.LATE); // what waited while no portal was there is the job's first
        beat.start();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        beat.stop();
        try {
            copies.end();
        } catch (RuntimeException e) {
            log.atDebug().setCause(e).log("What the file of checkpoints has could not be remembered");
        }
    }

    /** Where the database is away, a later beat copies. */
    private void copy() {
        try {
            copies.copy();
            if (clock.instant().isAfter(lateFrom)) {
                sealer.sealLate();
            }
        } catch (RuntimeException e) {
            log.atDebug().setCause(e).log("The audit log's checkpoints could not be looked up");
        }
    }
}
