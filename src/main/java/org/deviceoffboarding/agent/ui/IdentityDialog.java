package org.deviceoffboarding.agent.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.deviceoffboarding.base.ui.Facts;

/** Says who the agent is now, who it will be, and what that changes, before a person signs in at the tenant for it. */
abstract class IdentityDialog extends Dialog {

    private final Div content = new Div();

    IdentityDialog(String title) {
        super(title);
        setWidth("min(640px, 94vw)");
        content.addClassName("stack");
        add(content);
        getFooter().add(new Button("Cancel", click -> close()));
    }

    /**
     * @param now whose identity it is
     * @param then whose it will be
     */
    final void show(String now, String then) {
        content.add(new Facts().with("The agent runs as", now).with("From then on as", then));
    }

    final void say(String sentence) {
        content.add(new Paragraph(sentence));
    }

    final void show(Component part) {
        content.add(part);
    }

    final void offer(Button button) {
        getFooter().add(button);
    }
}
