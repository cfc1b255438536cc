package org.deviceoffboarding.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.deviceoffboarding.access.session.EndedSession;
import org.deviceoffboarding.access.session.SessionEnd;
import org.deviceoffboarding.access.session.SessionOver;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.PersonNames;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/**
 * Where a page is led to that is no longer its person's: says who is signed in now, and offers to load the page again for that
 * person. The page's own person, who signed in anew, is led back at once.
 */
@RestController
class PageEnd {

    private static final int MOST_ASKED = 10;

    /** A page is led here by a click that is refused, but also by a sign of life after one that was carried out, or cut off half-way. */
    private static final String NOT_KNOWN = " may not have been carried out: look at it before you do it again.";

    private static final String YOURS_NOT_KNOWN = " What you did last on the page" + NOT_KNOWN;

    private final CurrentActor currentActor;
    private final EndedSession endedSession;
    private final PersonNames names;

    PageEnd(CurrentActor currentActor, EndedSession endedSession, PersonNames names) {
        this.currentActor = currentActor;
        this.endedSession = endedSession;
        this.names = names;
    }

    /**
     * Returns where a page is led to, within the portal.
     *
     * @param personId the page's person; empty for nobody
     * @param session what {@link EndedSession} calls the page's session
     */
    static String pathOf(String personId, String session) {
        return PlainPaths.PAGE_ENDED + "?of=" + UriUtils.encode(personId, StandardCharsets.UTF_8) + "&session="
                + session;
    }

    @GetMapping(path = PlainPaths.PAGE_ENDED, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> ended(
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String session,
            @RequestParam(defaultValue = "0") int asked,
            @RequestParam(name = "page", defaultValue = "") String told,
            HttpServletRequest request) {
        String page = asked == 0 ? OwnPages.left(request) : OwnPages.leftForPlainPage(request, told);
        Actor now = currentActor.find().orElse(null);
        if (now == null) {
            Optional<SessionOver> why = endedSession.why(session);
            if (why.filter(over -> over.by() == SessionEnd.REPLACED).isPresent() && asked < MOST_ASKED) {
                return askAgain(of, session, asked + 1, page, request);
            }
            return why.map(end -> say(request, end.title(), end.advice() + YOURS_NOT_KNOWN, "Sign in", page))
                    .orElseGet(() -> say(
                            request,
                            "You are no longer signed in",
                            "Nobody is signed in in this browser any more." + YOURS_NOT_KNOWN,
                            "Sign in",
                            page));
        }
        if (now.id().equals(of)) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, request.getContextPath() + page)
                    .build();
        }
        String name = names.realName(now.id()).orElse(now.name());
        return say(
                request,
                "Somebody else is signed in now",
                name
                        + " is signed in in this browser now, and the page was opened before that. What was done last on it"
                        + NOT_KNOWN,
                "Load it again as " + name,
                page);
    }

    /** Whoever signs in in the page's place is a moment away: the browser has the new session's cookie with the next answer. */
    private static ResponseEntity<String> askAgain(
            String of, String session, int asked, String page, HttpServletRequest request) {
        String again = request.getContextPath() + pathOf(of, session) + "&asked=" + asked + "&page="
                + UriUtils.encode(page, StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header("Refresh", "1; url=" + again)
                .body(PlainPages.page(
                        request, "Somebody signs in", "This page says in a moment who it is.", "Go on", page));
    }

    private static ResponseEntity<String> say(
            HttpServletRequest request, String title, String text, String action, String page) {
        return ResponseEntity.ok(PlainPages.page(request, title, text, action, page));
    }
}
