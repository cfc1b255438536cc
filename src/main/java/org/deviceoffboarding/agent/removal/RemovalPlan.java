package org.deviceoffboarding.agent.removal;

import java.util.List;
import org.deviceoffboarding.agent.UnderWay;

/**
 * What it would mean to remove the agent now.
 *
 * @param underWay what has to end first
 * @param goes what would be deleted, in sentences with numbers
 * @param stays what would stay, in the same way
 */
public record RemovalPlan(List<UnderWay> underWay, List<String> goes, List<String> stays) {

    /** Returns whether nothing has to end first. */
    public boolean possible() {
        return underWay.isEmpty();
    }
}
