package org.deviceoffboarding.notification.webhook;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of a webhook. May hold a key, so that it is written nowhere.
 *
 * @param uri https, or http where its host is in a network of the owner's own
 */
record WebhookAddress(URI uri) {

    private static final int LONGEST = 2000;
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads what an owner typed.
     *
     * @throws WebhookRefusedException if nothing can be sent there
     */
    static WebhookAddress of(String typed, String internalHost) {
        URI uri = uri(typed.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new WebhookRefusedException(
                    WebhookRefusedException.ADDRESS, "Enter a whole address that begins with https://.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new WebhookRefusedException(
                    WebhookRefusedException.ADDRESS, "The address has no user name, no password and no # in it.");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw new WebhookRefusedException(
                    WebhookRefusedException.ADDRESS,
                    "The port behind the host is a number from 1 to " + HIGHEST_PORT + ".");
        }
        WebhookAddress address = new WebhookAddress(uri);
        if (scheme.equals("http") && !internalHost.equalsIgnoreCase(address.host())) {
            throw new WebhookRefusedException(
                    WebhookRefusedException.ADDRESS,
                    "What is sent out of your network is encrypted: the address begins with https://.");
        }
        address.requireKnownNetwork(internalHost);
        return address;
    }

    /** What other names lead to is looked up whenever something is sent, since it changes. */
    private void requireKnownNetwork(String internalHost) {
        if (internalHost.equalsIgnoreCase(host())) {
            return;
        }
        PublicAddresses.known(host())
                .filter(address -> !PublicAddresses.isPublic(address))
                .ifPresent(address -> {
                    throw new WebhookRefusedException(
                            WebhookRefusedException.ADDRESS, PublicAddresses.refusal(host(), address));
                });
    }

    String host() {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    boolean encrypted() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    int port() {
        return uri.getPort() >= 0 ? uri.getPort() : encrypted() ? 443 : 80;
    }

    /** Returns what stands in the request's first line. */
    String path() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Returns what stands in the request's {@code Host}. */
    String authority() {
        return uri.getPort() < 0 ? host() : host() + ":" + uri.getPort();
    }

    private static URI uri(String typed) {
        try {
            return typed.length() > LONGEST ? new URI("") : new URI(ascii(typed));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new WebhookRefusedException(
                    WebhookRefusedException.ADDRESS, "This is no address that something can be sent to.");
        }
    }

    /** Writes a host with letters of other alphabets as the network knows it. */
    private static String ascii(String typed) {
        int begin = typed.indexOf("://");
        if (begin < 0 || typed.chars().allMatch(c -> c < 128)) {
            return typed;
        }
        int end = typed.indexOf('/', begin + 3);
        String host = end < 0 ? typed.substring(begin + 3) : typed.substring(begin + 3, end);
        return typed.substring(0, begin + 3) + IDN.toASCII(host) + (end < 0 ? "" : typed.substring(end));
    }

    @Override
    public String toString() {
        return "WebhookAddress[" + host() + "]";
    }
}
