package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.server.VaadinServletRequest;
import org.deviceoffboarding.agent.setup.AgentVisit;
import org.deviceoffboarding.agent.setup.AgentWish;
import org.deviceoffboarding.base.CurrentActor;

/** Leads to the tenant, where the person signed in sets the agent up or renews it. */
class ConsentButton extends Button {

    private final transient CurrentActor currentActor;

    /** @param wish what the person wants, as it is said beside the button */
    ConsentButton(String text, AgentWish wish, CurrentActor currentActor) {
        super(text);
        this.currentActor = currentActor;
        addClickListener(click -> go(wish));
        addThemeVariants(ButtonVariant.PRIMARY);
        setDisableOnClick(true);
    }

    private void go(AgentWish wish) {
        new AgentVisit(VaadinServletRequest.getCurrent().getHttpServletRequest().getSession(), currentActor)
                .begin(wish);
        getUI().ifPresent(ui -> ui.getPage().setLocation("oauth2/authorization/agent"));
    }
}
