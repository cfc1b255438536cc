package org.deviceoffboarding.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How sending goes, and what people do about it, for the ways by which it goes. They say who may. */
@Component
public class Destinations {

    private final DeliveryRepository deliveries;
    private final ParcelRepository parcels;
    private final ApplicationEventPublisher events;

    Destinations(DeliveryRepository deliveries, ParcelRepository parcels, ApplicationEventPublisher events) {
        this.deliveries = deliveries;
        this.parcels = parcels;
        this.events = events;
    }

    /** Returns all of a kind that anything was ever sent to. */
    public List<Destination> all(DestinationKind kind) {
        return deliveries.all(kind);
    }

    /** Returns one; nothing where nothing was ever to be sent to it. */
    public Optional<Destination> find(DestinationKind kind, String target) {
        return deliveries.find(kind, target);
    }

    /** Returns since when, and why, nothing can be sent by a way at all; nothing where it can. */
    public Optional<Outage> outage(DestinationKind kind) {
        return deliveries.outage(kind);
    }

    /** Returns what became of the last that were tried to be sent, the newest first. */
    public List<Dispatch> latest(DestinationKind kind, int most) {
        return deliveries.latest(kind, most);
    }

    /** Lets a destination that was switched off, or is left in peace for a while, be sent to again at once. */
    public void switchOn(DestinationKind kind, String target) {
        deliveries.switchOn(kind, target);
        events.publishEvent(new DeliveriesChanged());
    }

    /** Lets a way be tried again at once. */
    public void tryNow(DestinationKind kind, Instant now) {
        deliveries.wayTriesAgain(kind, now);
    }

    /** Lets what waits for its time, and was not tried yet, be due at another one. */
    public void redate(DestinationKind kind, String target, Instant dueAt) {
        parcels.redate(kind, target, dueAt);
    }

    /** Forgets a destination, and what waits for it. */
    public void remove(DestinationKind kind, String target) {
        deliveries.remove(kind, target);
        deliveries.endOutageWithoutAny(kind);
        events.publishEvent(new DeliveriesChanged());
    }
}
