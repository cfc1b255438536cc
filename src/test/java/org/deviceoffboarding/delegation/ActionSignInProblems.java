package org.deviceoffboarding.delegation;

import jakarta.servlet.http.HttpSession;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;

/** Lets a sign-in for actions have failed. */
public final class ActionSignInProblems {

    private ActionSignInProblems() {}

    public static void keep(HttpSession session, Actor person, String sentence) {
        As.person(person, () -> new ActionSignInVisit(session, new CurrentActor()))
                .keepProblem(sentence);
    }
}
