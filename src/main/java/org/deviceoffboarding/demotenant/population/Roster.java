package org.deviceoffboarding.demotenant.population;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** Who is who: which device of the tenant has which profile, and where the devices of a profile are. */
final class Roster {

    private static final Profile[] PROFILES = Profile.values();
    private static final Profile REST = PROFILES[PROFILES.length - 1];

    /** The first slot of each profile, and at the end the number of all slots. */
    private final int[] starts = new int[PROFILES.length + 1];

    private final Shuffle shuffle;

    Roster(int entraDevices, long seed) {
        int left = entraDevices;
        for (Profile profile : PROFILES) {
            int wanted = profile == REST ? left : count(profile, entraDevices);
            int count = profile.inEntra() ? Math.min(wanted, left) : wanted;
            starts[profile.ordinal() + 1] = starts[profile.ordinal()] + count;
            left -= profile.inEntra() ? count : 0;
        }
        this.shuffle = new Shuffle(size(), seed);
    }

    private static int count(Profile profile, int entraDevices) {
        return Math.max(profile.least, (int) ((long) profile.share * entraDevices / Profile.SCALE));
    }

    /** Returns how many devices there are, in Entra or in Intune only. */
    int size() {
        return starts[PROFILES.length];
    }

    int count(Profile profile) {
        return starts[profile.ordinal() + 1] - starts[profile.ordinal()];
    }

    Profile profile(int device) {
        int found = Arrays.binarySearch(starts, shuffle.apply(device));
        int profile = found >= 0 ? found : -found - 2;
        while (starts[profile + 1] == starts[profile]) {
            profile++;
        }
        return PROFILES[profile];
    }

    /** Returns the device's number among those of its profile. */
    int rank(int device) {
        return shuffle.apply(device) - starts[profile(device).ordinal()];
    }

    /** Returns the device with this number among those of a profile. */
    int device(Profile profile, int rank) {
        return shuffle.undo(starts[profile.ordinal()] + rank);
    }

    /** Returns how many records Intune has. */
    int managedDevices() {
        return Arrays.stream(PROFILES)
                .mapToInt(profile -> count(profile) * profile.link.records())
                .sum();
    }

    /** Returns in how many Entra devices each situation holds. */
    Map<ExpectedSituation, Integer> situations() {
        return entraDevicesBy(ExpectedSituation.class, profile -> profile.situation);
    }

    /** Returns how many Entra devices there are of each kind. */
    Map<ObjectKind, Integer> kinds() {
        return entraDevicesBy(ObjectKind.class, profile -> profile.kind);
    }

    private <E extends Enum<E>> Map<E, Integer> entraDevicesBy(Class<E> type, Function<Profile, E> what) {
        var counts = new EnumMap<E, Integer>(type);
        for (Profile profile : PROFILES) {
            if (profile.inEntra()) {
                counts.merge(what.apply(profile), count(profile), Integer::sum);
            }
        }
        return counts;
    }
}
