package org.deviceoffboarding.suggestion;

import java.util.ArrayList;
import java.util.List;

/**
 * Some devices, counted.
 *
 * @param devices all of them, flagged or not
 * @param flagged those that are flagged, by sort
 */
record AskedGroups(long devices, List<AskedGroup> flagged) {

    AskedGroups {
        flagged = List.copyOf(flagged);
    }

    /** Adds up what is read. */
    static final class Counting {

        private final List<AskedGroup> flagged = new ArrayList<>();
        private long devices;

        void add(AskedGroup group) {
            flagged.add(group);
            devices += group.group().devices();
        }

        void others(long more) {
            devices += more;
        }

        AskedGroups groups() {
            return new AskedGroups(devices, flagged);
        }
    }
}
