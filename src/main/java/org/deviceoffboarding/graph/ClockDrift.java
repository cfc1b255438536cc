package org.deviceoffboarding.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How far the portal's clock and Microsoft Graph's are apart.
 *
 * @param portal what the portal's clock shows
 * @param graph what Graph's shows at the same moment
 */
public record ClockDrift(Instant portal, Instant graph) {

    /** Devices are judged by days; what is further apart is no delay on the way any more, but a clock that is wrong. */
    static final Duration MOST = Duration.ofMinutes(5);

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Returns how far, whichever of them is ahead. */
    public Duration by() {
        return Duration.between(portal, graph).abs();
    }

    /** Returns whether it is more than five minutes, so that nothing may be judged by the portal's clock. */
    public boolean tooFar() {
        return by().compareTo(MOST) > 0;
    }

    /** Returns sentences for people: both times, and what to do about it. */
    public String sentence() {
        return "The portal's clock shows " + EXACT.format(portal) + ", Microsoft Graph's " + EXACT.format(graph)
                + ": more than five minutes apart. By a wrong clock devices in use look silent, so nothing is judged or"
                + " changed by it. Put the clock of the machine that the portal runs on right, and let it synchronise with"
                + " a time server.";
    }
}
