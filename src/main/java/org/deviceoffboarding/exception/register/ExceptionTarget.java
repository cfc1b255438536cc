package org.deviceoffboarding.exception.register;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Something that exists and can be an exception.
 *
 * @param key an object ID, or a name pattern in lower case
 * @param name for people; empty for a device without a name
 * @param covered what a user or a group covers now; nothing for the other kinds
 */
public record ExceptionTarget(ExceptionKind kind, String key, String name, Covered covered) {

    /** Returns one device, by its object ID. */
    public static ExceptionTarget ofDevice(UUID objectId, String name) {
        return new ExceptionTarget(ExceptionKind.DEVICE, objectId.toString(), name, Covered.NOTHING);
    }

    /**
     * What an exception for a user or a group covers.
     *
     * @param devices object IDs
     * @param userNames user principal names, in lower case, whose records in Intune it covers
     */
    public record Covered(Set<UUID> devices, Set<String> userNames) {

        static final Covered NOTHING = new Covered(Set.of(), Set.of());

        public Covered {
            devices = Set.copyOf(devices);
            userNames = Set.copyOf(userNames);
        }

        Covered with(Set<UUID> more) {
            Set<UUID> all = new HashSet<>(devices);
            all.addAll(more);
            return new Covered(all, userNames);
        }
    }
}
