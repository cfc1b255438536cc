package org.deviceoffboarding.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.base.jobs.GrowingPause;
import org.deviceoffboarding.notification.delivery.DeliveryRepository.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends one destination what waits for it, in order. Each step is a short transaction of its own, and none is open while the network is
 * asked: a portal that is killed between two of them sends a parcel again, with the ID that it had, and never leaves one out.
 */
@Component
class Delivery {

    /** After which days of failure a destination is switched off. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final DeliveryRepository deliveries;
    private final Map<DestinationKind, ParcelCarrier> carriers;
    private final RestoredDatabase restored;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Delivery(
            DeliveryRepository deliveries,
            List<ParcelCarrier> carriers,
            RestoredDatabase restored,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deliveries = deliveries;
        this.carriers = carriers.stream().collect(Collectors.toMap(ParcelCarrier::kind, Function.identity()));
        this.restored = restored;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Returns how many destinations of a kind are served at once. */
    int atOnce(DestinationKind kind) {
        return carrier(kind).map(ParcelCarrier::atOnce).orElse(0);
    }

    /**
     * Sends a destination the next that is due, unless the database was restored and no owner has confirmed it yet.
     *
     * @return whether there may be more to send it now
     */
    boolean sendNext(Due due) {
        Optional<ParcelCarrier> carrier = carrier(due.kind());
        return carrier.isPresent()
                && !restored.holds()
                && !isLeftInPeace(carrier.get(), due)
                && begin(due.id()).filter(parcel -> send(carrier.get(), parcel)).isPresent();
    }

    /** What waits was due before, but nobody is sent it at a time at which they want nothing. */
    private boolean isLeftInPeace(ParcelCarrier carrier, Due due) {
        Instant now = clock.instant();
        Instant at = carrier.notBefore(due.target(), now);
        if (!at.isAfter(now)) {
            return false;
        }
        store(() -> deliveries.tryAgain(due.id(), at));
        return true;
    }

    private Optional<Parcel> begin(long destination) {
        return Objects.requireNonNull(
                transactions.execute(transaction -> deliveries.begin(destination, clock.instant())));
    }

    private boolean send(ParcelCarrier carrier, Parcel parcel) {
        try {
            Carried carried = carrier.carry(parcel);
            store(() -> {
                deliveries.settle(parcel, carried, clock.instant());
                if (carried.sent()) {
                    deliveries.wayWorks(carrier.kind());
                } else {
                    deliveries.endOutageWithoutAny(carrier.kind());
                }
            });
            return true;
        } catch (CarryingFailedException e) {
            failed(carrier, parcel, e);
        } catch (RuntimeException e) {
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("destination", parcel.destinationId())
                    .log("A notice could not be sent");
            failed(
                    carrier,
                    parcel,
                    CarryingFailedException.ofDestination("It could not be made ready: see the portal's log.", e));
        }
        return false;
    }

    private void failed(ParcelCarrier carrier, Parcel parcel, CarryingFailedException failure) {
        log.atInfo()
                .addKeyValue("destination", parcel.destinationId())
                .addKeyValue("attempt", parcel.attempt())
                .log("A notice could not be sent: {}", failure.problem());
        store(() -> {
            if (failure.scope() == CarryingFailedException.Scope.WAY) {
                pause(carrier.kind(), failure);
            } else {
                deliveries
                        .failed(parcel.destinationId(), failure.problem(), clock.instant())
                        .ifPresent(destination -> pause(carrier, destination, failure));
            }
        });
    }

    private void pause(DestinationKind kind, CarryingFailedException failure) {
        Instant now = clock.instant();
        Outage outage = deliveries.wayFailed(kind, failure.problem(), now);
        deliveries.wayTriesAgain(kind, now.plus(GrowingPause.after(outage.failures() - 1, LONGEST_PAUSE)));
    }

    private void pause(ParcelCarrier carrier, Destination destination, CarryingFailedException failure) {
        Instant now = clock.instant();
        Instant since = Optional.ofNullable(destination.failingSince()).orElse(now);
        if (failure.scope() == CarryingFailedException.Scope.DESTINATION_FOR_GOOD
                || !now.isBefore(since.plus(PATIENCE)) && isToBlame(failure, destination, since)) {
            deliveries.switchOff(destination.id(), now);
            carrier.switchedOff(destination.target(), failure.problem());
        } else {
            Duration pause = GrowingPause.after(destination.failures() - 1, LONGEST_PAUSE);
            deliveries.tryAgain(
                    destination.id(), now.plus(pause.compareTo(failure.pause()) < 0 ? failure.pause() : pause));
        }
    }

    private boolean isToBlame(CarryingFailedException failure, Destination destination, Instant since) {
        return failure.scope() != CarryingFailedException.Scope.DESTINATION_FOR_NOW
                || deliveries.wereOthersSentSince(destination, since);
    }

    private void store(Runnable change) {
        transactions.executeWithoutResult(transaction -> {
            change.run();
            events.publishEvent(new DeliveriesChanged());
        });
    }

    private Optional<ParcelCarrier> carrier(DestinationKind kind) {
        return Optional.ofNullable(carriers.get(kind));
    }
}
