package org.deviceoffboarding.delegation;

import jakarta.servlet.http.HttpSession;
import org.deviceoffboarding.base.Actor;

/** Lets a sign-in for actions have failed. */
public final class LendingProblems {

    private LendingProblems() {}

    public static void keep(HttpSession session, Actor person, String sentence) {
        new LendingVisit(session, person).keepProblem(sentence);
    }
}
