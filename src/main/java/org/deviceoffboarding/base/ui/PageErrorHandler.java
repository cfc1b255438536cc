package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.UUID;
import org.deviceoffboarding.base.RolesUnconfirmedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/** Answers what no view explains: a sentence with a reference for the person, the cause with the same reference in the log. */
@org.springframework.stereotype.Component
class PageErrorHandler implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(PageErrorHandler.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(this::handle));
    }

    private void handle(ErrorEvent event) {
        String sentence = sentence(event.getThrowable());
        event.getComponent().ifPresent(PageErrorHandler::enableAgain);
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notices.problem(sentence));
        }
    }

    /** A button that took itself out of use with the click would keep whoever was refused from trying again. */
    private static void enableAgain(Component clicked) {
        if (clicked instanceof Button button && button.isDisableOnClick()) {
            button.setEnabled(true);
        }
    }

    private static String sentence(Throwable fault) {
        return switch (fault) {
            case RolesUnconfirmedException unconfirmed -> String.valueOf(unconfirmed.getMessage());
            case AccessDeniedException refused ->
                "You may not do this. Your role may have changed: sign out and in again, or ask an owner.";
            case AuthenticationException signedOut -> "You are signed out. Nothing was changed by this. Sign in again.";
            default -> sentence(log(fault));
        };
    }

    /** Logs a fault and returns the reference under which it stands in the log. */
    static String log(Throwable fault) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.atError()
                .setCause(fault)
                .addKeyValue("reference", reference)
                .log("A page met a fault, reference {}", reference);
        return reference;
    }

    static String sentence(String reference) {
        return "Something went wrong in the portal. Nothing was changed by this. Try again; if it happens again, whoever runs"
                + " the portal finds the cause in its log under the reference " + reference + ".";
    }
}
