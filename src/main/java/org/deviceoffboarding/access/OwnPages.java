package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells by what the browser says, and no page can change, whether an address is opened from one of the portal's pages. */
class OwnPages {

    private OwnPages() {}

    static boolean isOpenedFrom(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null ? site.equals("same-origin") : isOwn(request.getHeader(HttpHeaders.REFERER), request);
    }

    /** Browsers say nothing else to a portal without TLS; the portal's pages let them tell it alone. */
    private static boolean isOwn(@Nullable String referer, HttpServletRequest request) {
        return referer != null
                && origin(referer).equals(origin(request.getRequestURL().toString()));
    }

    private static String origin(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
