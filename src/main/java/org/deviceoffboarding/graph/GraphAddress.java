package org.deviceoffboarding.graph;

import java.net.URI;
import okhttp3.HttpUrl;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.graph.answer.UnusableAnswerException;
import org.springframework.stereotype.Component;

/** Where Microsoft Graph is, and which addresses are its own. */
@Component
class GraphAddress {

    private final String base;
    private final HttpUrl baseUrl;

    GraphAddress(TenantProperties tenant) {
        String text = tenant.graphBaseUrl().toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.baseUrl = HttpUrl.get(base);
    }

    String base() {
        return base;
    }

    /**
     * Returns the scope that stands for all that was granted to an application. A Graph that is reached by plain http is none of
     * Microsoft's, and is asked for by the name of the worldwide one.
     */
    String applicationScope() {
        return (baseUrl.isHttps() ? baseUrl.scheme() + "://" + baseUrl.host() : "https://graph.microsoft.com")
                + "/.default";
    }

    /** Returns the address of a path with its query; what must be escaped is. */
    URI of(String path) {
        return HttpUrl.get(base + path).uri();
    }

    /** Returns the address of the next page as it is. */
    URI ofNextLink(String link) {
        HttpUrl url = HttpUrl.parse(link);
        if (url == null) {
            throw new UnusableAnswerException("its link to the next page is not an address", null);
        }
        if (!isOwn(url.uri())) {
            throw new UnusableAnswerException("its link to the next page leads to another host, " + url.host(), null);
        }
        return url.uri();
    }

    boolean isOwn(URI uri) {
        HttpUrl url = HttpUrl.get(uri);
        return url != null
                && url.scheme().equals(baseUrl.scheme())
                && url.host().equals(baseUrl.host())
                && url.port() == baseUrl.port();
    }
}
