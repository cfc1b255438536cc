package org.deviceoffboarding.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.base.jobs.JobQueue;
import org.deviceoffboarding.base.jobs.PortalBeat;
import org.deviceoffboarding.notification.inbox.InboxWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks every second, on each portal, whether anything is to be queued or sent, and lets the job begin then: told by nobody, so that
 * whoever tells something waits for no job's row, and what a killed portal left is found like everything else.
 */
@Component
@ConditionalOnBooleanProperty(name = "portal.run-watch", matchIfMissing = true)
class DeliveryBeat {

    /** A few small look-ups by indexes. */
    private static final Duration PACE = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(DeliveryBeat.class);

    private final DeliveryRepository deliveries;
    private final AsideRepository aside;
    private final InboxWatch inbox;
    private final RestoredDatabase restored;
    private final JobQueue jobs;
    private final Clock clock;
    private final PortalBeat beat = new PortalBeat("notice-beat", PACE, this::look);

    DeliveryBeat(
            DeliveryRepository deliveries,
            AsideRepository aside,
            InboxWatch inbox,
            RestoredDatabase restored,
            JobQueue jobs,
            Clock clock) {
        this.deliveries = deliveries;
        this.aside = aside;
        this.inbox = inbox;
        this.restored = restored;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        beat.startAfterPause();
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        beat.stop();
    }

    /** A restored database is held until an owner has confirmed it, who is told before that what waited in it. */
    private boolean isAnythingToDo() {
        return deliveries.isAnythingToDo(clock.instant()) && (deliveries.isAnythingToQueue() || !restored.holds())
                || isAnythingToSetAside();
    }

    private boolean isAnythingToSetAside() {
        return restored.lastFoundAt().filter(found -> !aside.isDone(found)).isPresent();
    }

    /** What cannot be looked up now is found with a later look. */
    void look() {
        try {
            inbox.look();
            if (isAnythingToDo()) {
                jobs.add(DeliveryConfiguration.ROUND.instance("round").build());
                jobs.wake();
            }
        } catch (DataAccessException | TransactionException e) {
            log.atDebug().setCause(e).log("It could not be looked up whether notices are to be sent");
        } catch (RuntimeException e) {
            log.atWarn().setCause(e).log("Notices could not be looked at");
        }
    }
}
