package org.deviceoffboarding.remediation.ui;

import java.time.Clock;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.delegation.ActionIdentityService;
import org.deviceoffboarding.remediation.approval.RemediationRulesService;
import org.springframework.stereotype.Component;

/** The identity of the person signed in, with which what that person approves is carried out. For operators and above. */
@Component
class ActionSignIn {

    private final ActionIdentityService identities;
    private final RemediationRulesService rules;
    private final CurrentActor currentActor;
    private final OpenPages openPages;
    private final Clock clock;

    ActionSignIn(
            ActionIdentityService identities,
            RemediationRulesService rules,
            CurrentActor currentActor,
            OpenPages openPages,
            Clock clock) {
        this.identities = identities;
        this.rules = rules;
        this.currentActor = currentActor;
        this.openPages = openPages;
        this.clock = clock;
    }

    /** Returns whether the person may sign in for actions. */
    boolean allowed() {
        return currentActor.may(Capability.SIGN_IN_FOR_ACTIONS);
    }

    /**
     * Returns whether something may be carried out with the person's identity: what the person approves, or asks for where so
     * few devices need no approval; or whether the person is signed in for actions, and may want to take that back.
     */
    boolean needed() {
        return allowed()
                && (currentActor.may(Capability.DECIDE)
                        || !rules.current().rules().needsApproval(1)
                        || identities.find().isPresent());
    }

    /** Returns whether the person is signed in for actions. */
    boolean present() {
        return identities.present();
    }

    /** Returns whether the tenant accepts what the person lent, as far as is known. */
    boolean accepted() {
        return present()
                && identities.find().filter(lent -> lent.refusal() == null).isPresent();
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
