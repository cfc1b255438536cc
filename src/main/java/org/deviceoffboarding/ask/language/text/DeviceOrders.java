package org.deviceoffboarding.ask.language.text;

import java.util.Set;

/** What is to be done with a device, in the form in which it is told to do. */
public final class DeviceOrders {

    /** Whoever begins with one of these wants something done, not told. */
    public static final Set<String> WORDS = Set.of(
            "delete",
            "remove",
            "wipe",
            "retire",
            "disable",
            "enable",
            "block",
            "offboard",
            "lock",
            "reset",
            "reboot",
            "restart",
            "sync",
            "rename",
            "assign",
            "unblock",
            "decommission");

    private DeviceOrders() {}
}
