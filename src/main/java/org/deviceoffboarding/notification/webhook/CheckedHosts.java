package org.deviceoffboarding.notification.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.deviceoffboarding.notification.delivery.CarryingFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks up a host once and says which addresses may be connected to: whoever owns the name may answer something else a moment later,
 * so that nobody looks it up again.
 */
@Component
class CheckedHosts {

    /** How names become addresses. */
    @FunctionalInterface
    interface NameLookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private final NameLookup lookup;

    @Autowired
    CheckedHosts() {
        this(InetAddress::getAllByName);
    }

    CheckedHosts(NameLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Returns the addresses of a host.
     *
     * @param internalHost a host that an owner says is in a network of their own; null for none
     * @throws CarryingFailedException if it has none, or one that leads into a network and is not named so
     */
    List<InetAddress> addresses(String host, @Nullable String internalHost) {
        List<InetAddress> all = lookUp(host);
        boolean named = host.equalsIgnoreCase(internalHost);
        if (!named) {
            all.stream()
                    .filter(address -> !PublicAddresses.isPublic(address))
                    .findFirst()
                    .ifPresent(address -> {
                        throw CarryingFailedException.ofDestination(PublicAddresses.refusal(host, address), null);
                    });
        }
        return all;
    }

    private List<InetAddress> lookUp(String host) {
        try {
            return List.of(lookup.of(host));
        } catch (UnknownHostException e) {
            throw CarryingFailedException.ofDestination("There is no address of " + host + ".", e);
        }
    }
}
