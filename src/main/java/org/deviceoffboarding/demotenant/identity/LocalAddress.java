package org.deviceoffboarding.demotenant.identity;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses are on this machine. The demo tenant answers to them, and sends people back to them, only. */
final class LocalAddress {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1");

    private LocalAddress() {}

    static boolean isHost(String host) {
        return HOSTS.contains(host);
    }

    /** Whether an address is a web address of this machine, on whatever port, with or without TLS. */
    static boolean isPage(@Nullable String address) {
        if (address == null) {
            return false;
        }
        try {
            var uri = URI.create(address);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && isHost(uri.getHost())
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
