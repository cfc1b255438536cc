package org.deviceoffboarding.remediation.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.deviceoffboarding.base.CurrentActor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.base.ui.OpenPages;
import org.deviceoffboarding.delegation.ActionIdentityService;

/** A page with nothing on it but what the test is about. */
@Route("action-sign-in-test")
@RolesAllowed(Roles.OPERATOR)
class ActionSignInPage extends Composite<Div> {

    ActionSignInPage(ActionIdentityService identities, CurrentActor currentActor, OpenPages openPages, Clock clock) {
        getContent().add(new ActionSignInPanel("/approvals/42", identities, currentActor, openPages, clock));
    }
}
