package org.deviceoffboarding.notification.delivery;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.deviceoffboarding.audit.restored.RestoredDatabase;
import org.deviceoffboarding.notification.delivery.DeliveryRepository.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Queues and sends all that is due: a job of the queue, which one portal of several carries out. Each destination has a thread of its
 * own for as long as something waits for it, so that one that does not answer keeps nobody waiting but itself.
 */
@Component
class DeliveryRound {

    private static final int LOOK_AGAIN_MILLIS = 300;

    private static final Logger log = LoggerFactory.getLogger(DeliveryRound.class);

    private final ParcelQueue queue;
    private final DeliveryRepository deliveries;
    private final Delivery delivery;
    private final RestoredDatabase restored;
    private final Clock clock;

    DeliveryRound(
            ParcelQueue queue,
            DeliveryRepository deliveries,
            Delivery delivery,
            RestoredDatabase restored,
            Clock clock) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.delivery = delivery;
        this.restored = restored;
        this.clock = clock;
    }

    /** @param ending tells that the portal is being stopped: what is being sent is interrupted, and sent again later */
    void go(BooleanSupplier ending) {
        Senders senders = new Senders();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            boolean more = true;
            while (more && !ending.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
                boolean held = restored.holds(); // looked up first: what waited is set aside before anything joins it
                restored.lastFoundAt().ifPresent(queue::setAside);
                queue.fill();
                boolean started = !held && senders.start(threads);
                senders.waitForSome();
                more = started || senders.areBusy();
            }
            if (senders.areBusy()) {
                threads.shutdownNow();
            }
        }
    }

    /** The threads of a round. */
    private final class Senders {

        private final Set<Long> busy = ConcurrentHashMap.newKeySet();

        /** Those that met a fault of the portal's own: left to the next round, which begins a second later. */
        private final Set<Long> broken = ConcurrentHashMap.newKeySet();

        private final Map<DestinationKind, Semaphore> places = new EnumMap<>(DestinationKind.class);
        private final Semaphore done = new Semaphore(0);

        boolean areBusy() {
            return !busy.isEmpty();
        }

        Collection<Long> leftOut() {
            return Stream.concat(busy.stream(), broken.stream()).distinct().toList();
        }

        /** Returns whether there was any destination to begin with. */
        boolean start(ExecutorService threads) {
            boolean started = false;
            for (DestinationKind kind : DestinationKind.values()) {
                started |= start(kind, threads);
            }
            return started;
        }

        /**
         * Begins to serve as many destinations of a kind as there are places: each kind is asked for by itself, so that many that
         * wait for a slow mail server hide no webhook.
         *
         * @return whether there was any
         */
        private boolean start(DestinationKind kind, ExecutorService threads) {
            Semaphore places = this.places.computeIfAbsent(kind, each -> new Semaphore(delivery.atOnce(each)));
            int free = places.availablePermits();
            if (free == 0) {
                return false;
            }
            List<Due> due = deliveries.due(kind, clock.instant(), leftOut(), free);
            due.forEach(each -> {
                if (places.tryAcquire()) {
                    busy.add(each.id());
                    threads.execute(() -> send(each, places));
                }
            });
            return !due.isEmpty();
        }

        /** Waits until a destination is done, or a moment, since others may be due then. */
        void waitForSome() {
            if (busy.isEmpty()) {
                return;
            }
            try {
                if (done.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    done.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void send(Due due, Semaphore place) {
            try {
                boolean more = true;
                while (more && !Thread.currentThread().isInterrupted()) {
                    more = delivery.sendNext(due);
                }
            } catch (RuntimeException e) { // what the database did not take is sent again
                broken.add(due.id());
                log.atWarn()
                        .setCause(e)
                        .addKeyValue("destination", due.id())
                        .log("A destination waits for the next round");
            } finally {
                busy.remove(due.id());
                place.release();
                done.release();
            }
        }
    }
}
