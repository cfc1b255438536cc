package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/** Leads to the consent of the person signed in, which sets the agent up or renews it. */
class ConsentButton extends Button {

    ConsentButton(String text) {
        super(
                text,
                event -> event.getSource()
                        .getUI()
                        .ifPresent(ui -> ui.getPage().setLocation("oauth2/authorization/agent")));
        addThemeVariants(ButtonVariant.PRIMARY);
        setDisableOnClick(true);
    }
}
