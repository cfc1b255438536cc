package org.deviceoffboarding.exception.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.words.Written;

/**
 * What exceptions would leave out of the newest result. Pure.
 *
 * @param flagged how many devices the newest result flags
 * @param devices those that would be left out, by name
 * @param shares how much that is of each suggestion with any of them
 */
public record ExceptionReach(long flagged, List<Reached> devices, List<Share> shares) {

    /** Before the first result nothing is flagged. */
    static final ExceptionReach NONE = new ExceptionReach(0, List.of(), List.of());

    public ExceptionReach {
        devices = List.copyOf(devices);
        shares = List.copyOf(shares);
    }

    /**
     * A flagged device that would be left out.
     *
     * @param suggestion the title of the suggestion that it is in
     */
    public record Reached(UUID objectId, String name, String suggestion) {}

    /** How many devices of a suggestion would be left out. */
    public record Share(String suggestion, long leftOut, long devices) {

        /** One device alone is what people mean when they pick it. */
        boolean most() {
            return leftOut > 1 && leftOut * 2 > devices;
        }
    }

    /** Returns how many of the flagged devices would be left out, as a sentence. */
    public String sentence() {
        if (devices.isEmpty()) {
            return flagged == 0
                    ? "No device is flagged now, so it leaves out none of them."
                    : format(
                            "None of the %s that %s flagged now is left out.",
                            Written.devices(flagged), flagged == 1 ? "is" : "are");
        }
        return format(
                "%,d of the %s that %s flagged now %s left out.",
                devices.size(),
                Written.devices(flagged),
                flagged == 1 ? "is" : "are",
                devices.size() == 1 ? "is" : "are");
    }

    /** Returns a sentence for each thing that nobody should do without meaning it; mostly none. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (new Share("", devices.size(), flagged).most()) {
            warnings.add(
                    devices.size() == flagged
                            ? format(
                                    "That is every flagged device: all %,d. Nothing would be suggested any more.",
                                    flagged)
                            : format(
                                    "That is more than half of all flagged devices: %,d of %,d.",
                                    devices.size(), flagged));
        }
        shares.stream()
                .filter(Share::most)
                .map(share -> share.leftOut() == share.devices()
                        ? format(
                                "It takes every device of the suggestion “%s”: all %,d.",
                                share.suggestion(), share.devices())
                        : format(
                                "It takes more than half of the suggestion “%s”: %,d of %,d devices.",
                                share.suggestion(), share.leftOut(), share.devices()))
                .forEach(warnings::add);
        return warnings;
    }

    /** Returns whether somebody who looked at another would be shown the same devices and the same warnings here. */
    boolean showsTheSameAs(ExceptionReach other) {
        return ids().equals(other.ids()) && warnings().equals(other.warnings());
    }

    private Set<UUID> ids() {
        Set<UUID> ids = new HashSet<>();
        devices.forEach(device -> ids.add(device.objectId()));
        return ids;
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ENGLISH, text, values);
    }
}
