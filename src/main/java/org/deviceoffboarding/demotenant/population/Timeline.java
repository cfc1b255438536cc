package org.deviceoffboarding.demotenant.population;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** When things happened to the devices, seen from the moment at which the tenant was started. */
final class Timeline {

    /** Intune's and .NET's way to write "never". */
    static final Instant YEAR_ONE = Instant.parse("0001-01-01T00:00:00Z");

    private static final int DAY = (int) Duration.ofDays(1).toSeconds();

    private final Instant now;
    private final Dice dice;

    Timeline(Instant now, Dice dice) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.dice = dice;
    }

    Instant registered(int device, ActivityPattern activity) {
        int youngest = activity == ActivityPattern.RECENT ? 45 : 430;
        return daysAgo(youngest, 1600, device, Roll.REGISTERED);
    }

    Instant enrolled(int device, ActivityPattern activity) {
        return registered(device, activity).plusSeconds(dice.between(60, 3600, device, Roll.ENROLLED));
    }

    @Nullable
    Instant signedIn(int device, ActivityPattern activity) {
        return switch (activity) {
            case RECENT, SILENT_IN_INTUNE -> daysAgo(0, 20, device, Roll.SIGNED_IN);
            case SILENT, SILENT_IN_ENTRA, YEAR_ONE -> daysAgo(95, 400, device, Roll.SIGNED_IN);
            case BLANK, NEVER -> null;
            case FUTURE -> now.plus(Duration.ofDays(dice.between(3, 30, device, Roll.SIGNED_IN)));
        };
    }

    Instant synchronised(int device, int copy, ActivityPattern activity) {
        if (copy > 0) {
            return daysAgo(100 + 50 * copy, 140 + 50 * copy, device, Roll.SYNCED);
        }
        return switch (activity) {
            case RECENT, SILENT_IN_ENTRA -> daysAgo(0, 7, device, Roll.SYNCED);
            case SILENT, SILENT_IN_INTUNE, BLANK, FUTURE -> daysAgo(95, 400, device, Roll.SYNCED);
            case YEAR_ONE, NEVER -> YEAR_ONE;
        };
    }

    Instant removed(int device, Removal removal) {
        return removal == Removal.DELETED_LONG_AGO
                ? daysAgo(35, 200, device, Roll.REMOVED)
                : daysAgo(1, 25, device, Roll.REMOVED);
    }

    Instant daysAgo(int fewest, int most, long subject, Roll roll) {
        return now.minusSeconds(dice.between(fewest * DAY + 900, most * DAY, subject, roll));
    }
}
