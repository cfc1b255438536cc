package org.deviceoffboarding.graph;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Microsoft Graph's clock, as its latest answer told it and as time went on since, beside the portal's. Safe for use by
 * several threads at once.
 */
@Component
public class GraphClock {

    private final Clock portal;
    private final LongSupplier nanos;
    private final AtomicReference<Wrong> wrong = new AtomicReference<>(new Wrong(0, null));
    private volatile @Nullable Told latest;

    @Autowired
    GraphClock(Clock portal) {
        this(portal, System::nanoTime);
    }

    /** @param nanos how time goes on, whatever becomes of clocks */
    GraphClock(Clock portal, LongSupplier nanos) {
        this.portal = portal;
        this.nanos = nanos;
    }

    /** Notes the header {@code Date} of an answer that just came; one that is missing or unreadable says nothing. */
    void note(@Nullable String date) {
        Instant told = HttpDate.parse(date);
        if (told != null) {
            latest = new Told(told, nanos.getAsLong());
            drift().filter(ClockDrift::tooFar).ifPresent(drift -> wrong.updateAndGet(before -> before.and(drift)));
        }
    }

    /** Returns how far the clocks are apart now; nothing as long as Graph has not told its time. */
    public Optional<ClockDrift> drift() {
        return Optional.ofNullable(latest)
                .map(told -> new ClockDrift(portal.instant(), told.at().plusNanos(nanos.getAsLong() - told.nanos())));
    }

    /**
     * Makes sure that things may be judged by the portal's clock. To be called soon after Graph answered.
     *
     * @throws ClockDriftException if it is {@linkplain ClockDrift#tooFar() too far} from Graph's
     */
    public void requireRight() {
        drift().filter(ClockDrift::tooFar).ifPresent(drift -> {
            throw new ClockDriftException(drift);
        });
    }

    /** Begins to watch: every answer from now on counts, and not only the latest. */
    public Watch watch() {
        return new Watch(wrong.get().answers());
    }

    /** Whether the portal's clock was right for as long as something took. */
    public final class Watch {

        private final long before;

        private Watch(long before) {
            this.before = before;
        }

        /**
         * Makes sure that the portal's clock is right, and was at every answer since this watch began.
         *
         * @throws ClockDriftException if it is or was {@linkplain ClockDrift#tooFar() too far} from Graph's
         */
        public void requireRight() {
            Wrong since = wrong.get();
            if (since.last() != null && since.answers() > before) {
                throw new ClockDriftException(since.last());
            }
            GraphClock.this.requireRight();
        }
    }

    /**
     * What was too far apart.
     *
     * @param answers how many there were
     */
    private record Wrong(long answers, @Nullable ClockDrift last) {

        Wrong and(ClockDrift drift) {
            return new Wrong(answers + 1, drift);
        }
    }

    private record Told(Instant at, long nanos) {}
}
