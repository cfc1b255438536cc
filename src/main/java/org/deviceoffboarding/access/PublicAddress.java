package org.deviceoffboarding.access;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address that people use, where one is set: {@code portal.public-url}. With the demo tenant on localhost none has to be. */
@Component
class PublicAddress {

    private static final String COOKIE = "PORTALSESSION";

    private final boolean set;
    private final String scheme;
    private final String host;
    private final int port;
    private final String path;

    /** @param url as it was checked before the start; blank where none is set */
    PublicAddress(@Value("${portal.public-url:}") String url) {
        URI address = URI.create(url.isBlank() ? "http://localhost" : url.strip());
        this.set = !url.isBlank();
        this.scheme = address.getScheme().toLowerCase(Locale.ROOT);
        this.host = address.getHost().toLowerCase(Locale.ROOT);
        this.port = address.getPort() >= 0 ? address.getPort() : secure() ? 443 : 80;
        this.path = address.getPath().replaceFirst("/+$", "");
    }

    boolean isSet() {
        return set;
    }

    /** Returns whether people reach the portal by https. */
    final boolean secure() {
        return scheme.equals("https");
    }

    String scheme() {
        return scheme;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    /** Returns the address without its path, such as {@code https://portal.contoso.com}. */
    String origin() {
        return scheme + "://" + host + (port == (secure() ? 443 : 80) ? "" : ":" + port);
    }

    /**
     * Returns the name of the session's cookie. A browser that sees {@code __Host-} takes it from this very host only, by https
     * and for the path {@code /}; {@code __Secure-} by https only.
     *
     * @param contextPath that the portal is at, inside
     */
    String cookieName(String contextPath) {
        if (!set || !secure()) {
            return COOKIE;
        }
        return (path.isEmpty() && contextPath.isEmpty() ? "__Host-" : "__Secure-") + COOKIE;
    }
}
