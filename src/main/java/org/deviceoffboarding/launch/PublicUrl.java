package org.deviceoffboarding.launch;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/** The address that people use, which {@code PORTAL_PUBLIC_URL} sets. */
final class PublicUrl {

    /** Only there an identity provider accepts plain http, and only there nobody listens in. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Parts that look alike in a cookie, a link and a request, whoever writes them. */
    private static final Pattern PATH = Pattern.compile("(/(?!\\.)[A-Za-z0-9._~-]+)*");

    private PublicUrl() {}

    /** Returns the path at which the portal is, without a slash at its end; empty where it has the whole host. */
    static String path(String value) {
        return withoutEnd(URI.create(value).getRawPath());
    }

    /** @throws StartupException if it is not the address of a page, or lets others listen in */
    static void check(String value) {
        URI url = parsed(value);
        if (!"https".equalsIgnoreCase(url.getScheme()) && !THIS_MACHINE.contains(url.getHost())) {
            throw new StartupException("PORTAL_PUBLIC_URL is '" + value
                    + "', by which others could listen in: put a proxy with TLS in front of the portal, and set the address that"
                    + " begins with https://.");
        }
        if (!PATH.matcher(path(value)).matches()) {
            throw new StartupException("PORTAL_PUBLIC_URL is '" + value
                    + "', whose path the portal can't be at: use one of letters and digits, such as /offboard.");
        }
    }

    /** @throws StartupException if the operator sets another path than that of the address */
    static void checkPath(String value, String contextPath) {
        if (!path(value).equals(withoutEnd(contextPath))) {
            throw new StartupException("PORTAL_PUBLIC_URL is '" + value + "', but SERVER_SERVLET_CONTEXT_PATH is '"
                    + contextPath + "': leave the second out, since the portal is at the path of the first.");
        }
    }

    private static String withoutEnd(String path) {
        return path.replaceFirst("/+$", "");
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
