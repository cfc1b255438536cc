package org.deviceoffboarding.secretkey;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine is called. */
final class Machine {

    static final String NAME = name();

    private Machine() {}

    private static String name() {
        String given = System.getenv("HOSTNAME");
        if (given != null && !given.isBlank()) {
            return given;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "a machine without a name";
        }
    }
}
