package org.deviceoffboarding.access;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.deviceoffboarding.access.session.RequestActivity;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** The page that somebody asked for before signing in: signing in leads to it, and so does whatever comes in between. */
@Component
class PagesAskedFor {

    private final VaadinDefaultRequestCache cache;

    PagesAskedFor(VaadinDefaultRequestCache cache) {
        this.cache = cache;
        cache.setDelegateRequestCache(ofPages());
    }

    /** Returns the page, within the portal and with its query; nothing where none was asked for. */
    Optional<String> find(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(cache.getRequest(request, response))
                .map(SavedRequest::getRedirectUrl)
                .map(address -> OwnPages.page(address, request));
    }

    /**
     * Keeps pages only: a picture or a download that is asked for beside one is nothing to be led back to. The address stays as it was,
     * without {@code ?continue}.
     */
    @SuppressWarnings("NullAway") // its contract allows null, its signature does not say so
    private static HttpSessionRequestCache ofPages() {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(RequestActivity::isPage);
        pages.setMatchingRequestParameterName(null);
        return pages;
    }
}
