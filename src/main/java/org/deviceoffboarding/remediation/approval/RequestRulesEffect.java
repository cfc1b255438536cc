package org.deviceoffboarding.remediation.approval;

import java.util.List;

/**
 * What other rules would change for requests.
 *
 * @param waiting how many wait for approval: they go on waiting, whatever the rules say
 * @param underWay how many are approved and not done: no rule changes these
 * @param overTheDay those that wait and hold more devices than could be approved in 24 hours, so that nobody could approve them
 * @param usedOfTheDay how many devices were approved to be disabled or deleted in the last 24 hours
 * @param lastMonth how many were asked for in the last 30 days
 * @param wouldWait how many of these were carried out at once and would have waited for approval
 * @param wouldNotWait how many of these waited for approval and would have been carried out at once
 * @param tooLarge how many of these hold more devices than a request could
 */
public record RequestRulesEffect(
        long waiting,
        long underWay,
        List<WaitingRequest> overTheDay,
        long usedOfTheDay,
        long lastMonth,
        long wouldWait,
        long wouldNotWait,
        long tooLarge) {

    public RequestRulesEffect {
        overTheDay = List.copyOf(overTheDay);
    }

    /**
     * A request that waits.
     *
     * @param requestedBy the name of who asked for it
     */
    public record WaitingRequest(long id, int devices, String requestedBy) {}
}
