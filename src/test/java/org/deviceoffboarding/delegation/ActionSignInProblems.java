package org.deviceoffboarding.delegation;

import jakarta.servlet.http.HttpSession;
import org.deviceoffboarding.base.Actor;

/** Lets a sign-in for actions have failed. */
public final class ActionSignInProblems {

    private ActionSignInProblems() {}

    public static void keep(HttpSession session, Actor person, String sentence) {
        new ActionSignInVisit(session, person).keepProblem(sentence);
    }
}
