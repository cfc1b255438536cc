package org.deviceoffboarding.remediation.approval;

import java.time.Duration;
import org.deviceoffboarding.safeguard.Ceiling;

/**
 * What an owner may decide about change requests.
 *
 * @param approvalFrom from how many devices on a second person has to approve; 1 means always. What was disabled or deleted
 *     without approval within 24 hours counts as well
 * @param perRequest the most devices of one request
 * @param perDay the most devices of all requests to disable or delete that were approved within 24 hours
 */
public record RemediationRules(int approvalFrom, int perRequest, int perDay) {

    /** The most that can be a cap: whoever wants more has no cap. */
    public static final int MOST = Ceiling.MOST;

    /** What counts as a day, back from now. */
    public static final Duration DAY = Duration.ofHours(24);

    public RemediationRules {
        require(approvalFrom, "A second person can be asked for from 1 device on");
        require(perRequest, "A request can hold 1 device or more");
        require(perDay, "In a day 1 device or more can be acted on");
    }

    /** Returns what holds until an owner changes it. */
    public static RemediationRules defaults() {
        return new RemediationRules(1, 500, 1_000);
    }

    /**
     * Returns what of a change to other rules holds at once: a cap or a threshold that is lower. What is higher loosens a
     * safeguard.
     */
    RemediationRules tightenedTo(RemediationRules wanted) {
        return new RemediationRules(
                Math.min(approvalFrom, wanted.approvalFrom()),
                Math.min(perRequest, wanted.perRequest()),
                Math.min(perDay, wanted.perDay()));
    }

    /** Returns these rules as far as the portal's configuration allows them. */
    RemediationRules within(Ceiling ceiling) {
        return tightenedTo(new RemediationRules(ceiling.approvalFrom(), ceiling.perRequest(), ceiling.perDay()));
    }

    /** Returns whether a second person has to approve what is asked for so many devices. */
    public boolean needsApproval(long devices) {
        return devices >= approvalFrom;
    }

    private static void require(int value, String what) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(what + ", and 1,000,000 at the most; got " + value);
        }
    }
}
