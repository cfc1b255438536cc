package org.deviceoffboarding.agent.setup;

import jakarta.servlet.http.HttpSession;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.CurrentActor;

/** Lets a person have come back from the tenant, for tests of pages. */
public final class AgentOutcomes {

    private AgentOutcomes() {}

    public static void keep(HttpSession session, Actor person, String sentences, boolean offersChoice) {
        As.person(
                person,
                () -> new AgentVisit(session, new CurrentActor())
                        .keep(new AgentVisit.Outcome(sentences, false, offersChoice)));
    }
}
