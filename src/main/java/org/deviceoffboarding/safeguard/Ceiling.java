package org.deviceoffboarding.safeguard;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * How far owners can loosen safeguards, also together; only the portal's configuration goes further.
 *
 * @param perDay the highest cap for 24 hours
 * @param perRequest the highest cap for a request
 * @param approvalFrom from so many devices on a second person approves, whatever owners set
 * @param shortestSilence the shortest time after which a device counts as silent; in days
 * @param shortestGracePeriod the shortest time between disabling and deleting; in days
 */
@ConfigurationProperties("portal.ceiling")
public record Ceiling(
        @DefaultValue("5000") int perDay,
        @DefaultValue("5000") int perRequest,
        @DefaultValue("100") int approvalFrom,
        @DefaultValue("30") @DurationUnit(ChronoUnit.DAYS) Duration shortestSilence,
        @DefaultValue("7") @DurationUnit(ChronoUnit.DAYS) Duration shortestGracePeriod) {

    /** The most that can be configured as a cap: whoever wants more has no cap. */
    public static final int MOST = 1_000_000;

    public Ceiling {
        require(perDay, "PORTAL_CEILING_PER_DAY");
        require(perRequest, "PORTAL_CEILING_PER_REQUEST");
        require(approvalFrom, "PORTAL_CEILING_APPROVAL_FROM");
        require(shortestSilence, 30, 3650, "PORTAL_CEILING_SHORTEST_SILENCE");
        require(shortestGracePeriod, 1, 365, "PORTAL_CEILING_SHORTEST_GRACE_PERIOD");
    }

    private static void require(int value, String setting) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(setting + " must be 1 to 1,000,000 devices, got " + value);
        }
    }

    private static void require(Duration value, int least, int most, String setting) {
        if (value.compareTo(Duration.ofDays(least)) < 0 || value.compareTo(Duration.ofDays(most)) > 0) {
            throw new IllegalArgumentException(
                    setting + " must be " + least + " to " + most + " days, got " + value.toDays());
        }
    }
}
