package org.deviceoffboarding.remediation.ui;

import java.time.Clock;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.delegation.ActionIdentityService;
import org.springframework.stereotype.Component;

/** The identity of the person signed in, with which what that person approves is carried out. For operators and above. */
@Component
class ActionSignIn {

    private final ActionIdentityService identities;
    private final CurrentActor currentActor;
    private final OpenPages openPages;
    private final Clock clock;

    ActionSignIn(ActionIdentityService identities, CurrentActor currentActor, OpenPages openPages, Clock clock) {
        this.identities = identities;
        this.currentActor = currentActor;
        this.openPages = openPages;
        this.clock = clock;
    }

    /** Returns whether the person is signed in for actions. */
    boolean present() {
        return identities.present();
    }

    /**
     * Returns a new part of a page that says whether the person is signed in for actions, and lets them. Made while a page
     * is opened, not later: it tells once why the last attempt did not work.
     *
     * @param returnPath the page that the person comes back to, such as {@code /approvals/42}
     */
    ActionSignInPanel part(String returnPath) {
        return new ActionSignInPanel(returnPath, identities, currentActor, openPages, clock);
    }
}
