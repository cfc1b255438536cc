package org.deviceoffboarding.evaluation;

import org.deviceoffboarding.directory.GroupMembership;

/** The tenant's groups, read with the identity that runs have. */
public interface RunGroups {

    /**
     * Reads who is in a group now, by its ID or its exact name. Takes a network's time.
     *
     * @throws RunFailedException with sentences for people, if there is no such group, or it can't be read whole
     */
    GroupMembership members(String group);
}
