package org.deviceoffboarding.notification.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.deviceoffboarding.base.ui.IdDisplay;

/** Shows the secret of a webhook, once. */
class SecretDialog extends Dialog {

    /** @param more what else there is to know, a sentence; empty for nothing */
    SecretDialog(String webhook, String secret, String more) {
        setHeaderTitle("Secret of “" + webhook + "”");
        setWidth("560px");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false); // it is shown this once
        Div content = new Div(
                new Paragraph(
                        "The receiver checks the header webhook-signature with it, as the Standard Webhooks have it."
                                + " It is shown this once: copy it now. " + more),
                IdDisplay.text("Secret", secret));
        content.addClassName("stack");
        add(content);
        Button close = new Button("I have copied it", click -> close());
        close.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(close);
    }
}
