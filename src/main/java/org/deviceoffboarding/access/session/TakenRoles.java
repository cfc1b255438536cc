package org.deviceoffboarding.access.session;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.Roles;

/** What the tenant took from the person of a session while it went on, for the pages that have less on them since. */
public final class TakenRoles {

    private static final String ATTRIBUTE = TakenRoles.class.getName();

    private TakenRoles() {}

    static void note(HttpSession session, List<String> roles) {
        session.setAttribute(ATTRIBUTE, roles.stream().map(Roles::label).collect(Collectors.joining(", ")));
    }

    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    /** Returns a sentence that says so; nothing where no role was taken. */
    public static Optional<String> sentence(HttpSession session) {
        return Optional.ofNullable((String) session.getAttribute(ATTRIBUTE))
                .map(roles -> "Your tenant took from you while you were signed in: " + roles
                        + ". What only that allowed is no longer on these pages.");
    }
}
