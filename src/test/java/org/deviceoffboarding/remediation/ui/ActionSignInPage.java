package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import java.time.Clock;
import org.deviceoffboarding.base.Capability;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.May;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.delegation.ActionIdentityService;

/** A page with nothing on it but what the test is about. */
@Route("action-sign-in-test")
@May(Capability.SIGN_IN_FOR_ACTIONS)
class ActionSignInPage extends Composite<Div> {

    ActionSignInPage(ActionIdentityService identities, CurrentActor currentActor, OpenPages openPages, Clock clock) {
        getContent().add(new ActionSignInPanel("/approvals/42", identities, currentActor, openPages, clock));
    }
}
