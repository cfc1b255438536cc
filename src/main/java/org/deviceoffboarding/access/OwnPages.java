package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells by what the browser says, and no page can change, from which of the portal's pages an address is opened. */
class OwnPages {

    private OwnPages() {}

    static boolean isOpenedFrom(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null ? site.equals("same-origin") : isOwn(request.getHeader(HttpHeaders.REFERER), request);
    }

    /**
     * Returns the path, within the portal, of its page from which a browser came to a plain one; {@code /} where it came from
     * elsewhere, whatever that said of itself.
     */
    static String left(HttpServletRequest request) {
        return own(before(request));
    }

    /**
     * Returns the page that was {@linkplain #left left} for a plain one, where that plain one has asked again since and tells
     * it; {@code /} where it was told by anything else.
     *
     * @param told of the page, as the plain one has it
     */
    static String leftForPlainPage(HttpServletRequest request, String told) {
        return PlainPaths.contains(before(request)) && told.startsWith("/") ? own(told) : "/";
    }

    /** The path, within the portal, from which the browser says that it comes. */
    private static String before(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null || !isOwn(referer, request)) {
            return "/";
        }
        String path = URI.create(referer).getRawPath();
        String portal = request.getContextPath() + "/";
        return path.startsWith(portal) ? path.substring(portal.length() - 1) : "/";
    }

    private static String own(String page) {
        return page.startsWith("//") || page.contains("\\") || PlainPaths.contains(page) ? "/" : page;
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
