package org.deviceoffboarding.ask.answer;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is in the groups and departments of a question.
 *
 * @param groups by the group as it was asked for, which is its ID or name
 * @param departments by their names as they were asked for
 */
record AskedMembers(Map<String, Covered> groups, Map<String, Covered> departments) {

    static final AskedMembers NONE = new AskedMembers(Map.of(), Map.of());

    AskedMembers {
        groups = Map.copyOf(groups);
        departments = Map.copyOf(departments);
    }

    /**
     * What belongs to one of them.
     *
     * @param devices object IDs of devices that are members, or that Entra registered for people who are
     * @param userNames user principal names of these people, in lower case
     */
    record Covered(Set<UUID> devices, Set<String> userNames, Instant readAt) {
        Covered {
            devices = Set.copyOf(devices);
            userNames = Set.copyOf(userNames);
        }
    }
}
