package org.deviceoffboarding.launch;

import java.net.URI;
import java.util.Set;

/** The address that people use, which {@code PORTAL_PUBLIC_URL} sets. */
final class PublicUrl {

    /** Only there an identity provider accepts plain http, and only there nobody listens in. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private PublicUrl() {}

    /** @throws StartupException if it is not the address of a page, or lets others listen in */
    static void check(String value) {
        URI url = parsed(value);
        if (!"https".equalsIgnoreCase(url.getScheme()) && !THIS_MACHINE.contains(url.getHost())) {
            throw new StartupException("PORTAL_PUBLIC_URL is '" + value
                    + "', by which others could listen in: put a proxy with TLS in front of the portal, and set the address that"
                    + " begins with https://.");
        }
    }

    private static URI parsed(String value) {
        try {
            URI url = URI.create(value);
            if (url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null
                    && ("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException notAUrl) {
            // Said below, in the same words.
        }
        throw new StartupException(
                "PORTAL_PUBLIC_URL is '" + value
                        + "', which is not the address of a portal: it begins with https://, names a host, and has nothing after its path.");
    }
}
