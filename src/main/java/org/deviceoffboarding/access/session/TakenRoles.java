package org.deviceoffboarding.access.session;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.deviceoffboarding.base.Roles;

/** What the tenant took from the person of a session while it went on, for the pages that have less on them since. */
public final class TakenRoles {

    private static final String ATTRIBUTE = TakenRoles.class.getName();
    private static final String PAGES = ATTRIBUTE + ".pages";

    private TakenRoles() {}

    static void note(HttpSession session, List<String> roles) {
        session.setAttribute(ATTRIBUTE, Roles.labels(roles));
    }

    /** Remembers a page that is made anew by itself, and may be refused then. */
    static void madeAnew(HttpSession session, String path) {
        pages(session).add(path);
    }

    /** Returns, once for each, whether a page is one that is made anew by itself: nobody asked for it. */
    public static boolean isMadeAnew(HttpSession session, String path) {
        return pages(session).remove(path);
    }

    @SuppressWarnings("unchecked")
    private static List<String> pages(HttpSession session) {
        synchronized (TakenRoles.class) {
            List<String> pages = (List<String>) session.getAttribute(PAGES);
            if (pages == null) {
                pages = new CopyOnWriteArrayList<>();
                session.setAttribute(PAGES, pages);
            }
            return pages;
        }
    }

    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
        session.removeAttribute(PAGES);
    }

    /** Returns what whoever has something unsaved on a page reads there, which is not made anew: that would lose it. */
    static Optional<String> besideUnsaved(HttpSession session) {
        return taken(session)
                .map(said -> said
                        + " What you entered on this page is not saved. It stays here, but what only that allowed you can no longer save:"
                        + " copy what you still need, then load the page again.");
    }

    private static Optional<String> taken(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(ATTRIBUTE))
                .map(roles -> "Your tenant took from you while you were signed in: " + roles + ".");
    }

    /** Returns a sentence that says so; nothing where no role was taken. */
    public static Optional<String> sentence(HttpSession session) {
        return taken(session).map(said -> said + " What only that allowed is no longer on these pages.");
    }
}
