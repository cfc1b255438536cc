package org.deviceoffboarding.inventory.ui;

import java.util.List;
import java.util.UUID;

/**
 * All devices that matched at one moment, as far as so many can be selected at once.
 *
 * @param more whether others matched, too
 * @param result the run whose result the list showed
 */
record AllThatMatch(ManyIds ids, boolean more, long result) {

    static AllThatMatch none() {
        return new AllThatMatch(new ManyIds(List.of()), false, 0);
    }

    /** @param matched their object IDs, at most one more than can be selected */
    static AllThatMatch of(List<UUID> matched, long result) {
        boolean more = matched.size() > DeviceSelection.MOST;
        return new AllThatMatch(new ManyIds(more ? matched.subList(0, DeviceSelection.MOST) : matched), more, result);
    }

    boolean contains(UUID id) {
        return ids.contains(id);
    }

    int size() {
        return ids.size();
    }
}
