package org.deviceoffboarding.notification.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Tells addresses of the open internet from those that lead back into a network: the portal's own machine, its neighbours, its cloud. */
final class PublicAddresses {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private PublicAddresses() {}

    /**
     * Returns where a host leads that is the same whoever looks it up: an address that is written out, or a name of the machine itself.
     * Nothing for every other name.
     */
    static Optional<InetAddress> known(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return name.equals("localhost") || name.endsWith(".localhost") ? Optional.of(LOOPBACK) : written(host);
    }

    private static Optional<InetAddress> written(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    /** Returns why nothing is sent to a host with an address that is none of the open internet, for people. */
    static String refusal(String host, InetAddress address) {
        return host
                + (written(host).isPresent() ? " is" : " has the address " + address.getHostAddress() + ", which is")
                + " not of the open internet. Where it is in a network of yours, an owner names the host for this webhook.";
    }

    /** Returns whether an address is of the open internet, also where it stands inside another one. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    /** Besides those that Java knows: of IANA's registry of special purposes. */
    private static boolean isPublic(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        int third = address[2] & 0xff;
        boolean special = first == 0
                || first >= 240
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 192 && second == 88 && third == 99)
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113);
        return !special;
    }

    /** Only 2000::/3 is given out; of that, tunnels are as good as the address that stands inside. */
    private static boolean isPublicSix(byte[] address) {
        if (starts(address, 0x00, 0x64, 0xff, 0x9b) && isZero(address, 4, 12)) {
            return isPublicInside(address, 12); // translated to IPv4
        }
        if ((address[0] & 0xe0) != 0x20) {
            return false;
        }
        if (starts(address, 0x20, 0x02)) {
            return isPublicInside(address, 2);
        }
        boolean special = (starts(address, 0x20, 0x01) && (address[2] & 0xfe) == 0)
                || starts(address, 0x20, 0x01, 0x0d, 0xb8)
                || (starts(address, 0x3f, 0xff) && (address[2] & 0xf0) == 0);
        return !special;
    }

    private static boolean isPublicInside(byte[] address, int from) {
        try {
            return isPublic(InetAddress.getByAddress(Arrays.copyOfRange(address, from, from + 4)));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean starts(byte[] address, int... with) {
        for (int i = 0; i < with.length; i++) {
            if ((address[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(byte[] address, int from, int until) {
        for (int i = from; i < until; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
