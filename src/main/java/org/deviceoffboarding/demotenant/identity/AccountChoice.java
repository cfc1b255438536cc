package org.deviceoffboarding.demotenant.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that a person has just said who they are, until the request that asked for it goes on. Else the question
 * would be put again and again.
 */
final class AccountChoice {

    private static final String JUST_MADE = AccountChoice.class.getName();

    private AccountChoice() {}

    static void made(HttpServletRequest request) {
        request.getSession().setAttribute(JUST_MADE, true);
    }

    /** Returns whether the choice was just made, once. */
    static boolean takeBack(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(JUST_MADE) == null) {
            return false;
        }
        session.removeAttribute(JUST_MADE);
        return true;
    }
}
