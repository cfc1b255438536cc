package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
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
     * Returns the page, within the portal and with its query, from which a browser came to a plain one; {@code /} where it came
     * from elsewhere, whatever that said of itself.
     */
    static String left(HttpServletRequest request) {
        return page(request.getHeader(HttpHeaders.REFERER), request);
    }

    /**
     * Returns the page that was {@linkplain #left left} for a plain one, where that plain one has asked again since and tells
     * it; {@code /} where it was told by anything else.
     *
     * @param told of the page, as the plain one has it
     */
    static String leftForPlainPage(HttpServletRequest request, String told) {
        String before = within(request.getHeader(HttpHeaders.REFERER), request);
        return PlainPaths.contains(path(before)) && told.startsWith("/") ? own(told) : "/";
    }

    /** Returns the page, within the portal and with its query, that a plain one was told of by its address; {@code /} for what is none. */
    static String asked(String told) {
        return told.startsWith("/") ? own(told) : "/";
    }

    /** Returns what an address leads to, within the portal and with its query; {@code /} where it leads elsewhere, or to a plain page. */
    static String page(@Nullable String address, HttpServletRequest request) {
        return own(within(address, request));
    }

    private static String within(@Nullable String address, HttpServletRequest request) {
        String portal = origin(request) + request.getContextPath() + "/";
        return address != null && address.startsWith(portal) ? address.substring(portal.length() - 1) : "/";
    }

    private static String own(String page) {
        String path = path(page);
        boolean other =
                path.startsWith("//") || path.contains("\\") || page.chars().anyMatch(c -> c < ' ');
        return other || PlainPaths.contains(path) || begins(path) ? "/" : page;
    }

    /** Nobody else's link is to lead, by a page of ours, to where something begins. */
    private static boolean begins(String path) {
        return path.startsWith("/oauth2/") || path.startsWith("/login/");
    }

    private static String path(String page) {
        return page.split("[?#]", 2)[0];
    }

    /** Browsers say nothing else to a portal without TLS; the portal's pages let them tell it alone. */
    private static boolean isOwn(@Nullable String referer, HttpServletRequest request) {
        return referer != null && referer.startsWith(origin(request) + "/");
    }

    /** Nothing is taken apart: browsers leave much in a query as it was typed that Java knows no address with. */
    private static String origin(HttpServletRequest request) {
        String address = request.getRequestURL().toString();
        return address.substring(0, address.length() - request.getRequestURI().length());
    }
}
