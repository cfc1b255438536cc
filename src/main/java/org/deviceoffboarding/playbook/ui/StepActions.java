package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/** What there is to press at a step: what the portal does of it, or where else it is done. At the next step it leads. */
class StepActions extends Div {

    StepActions() {
        addClassName("step-actions");
    }

    /**
     * @param action nothing where nothing is to be pressed
     * @param leads whether it is what to do next on the page
     * @param waits whether it can't be pressed yet
     */
    void show(Optional<Component> action, boolean leads, boolean waits) {
        if (action.isEmpty() || !action.get().getElement().getText().equals(shownText())) {
            removeAll();
            action.ifPresent(this::add);
        } // else what is there stays, with its focus
        getChildren().forEach(component -> {
            if (component instanceof HasEnabled button) {
                button.setEnabled(!waits);
            }
            lead(component, leads && !waits);
        });
        setVisible(action.isPresent());
    }

    private String shownText() {
        return getChildren()
                .map(shown -> shown.getElement().getText())
                .findFirst()
                .orElse("");
    }

    /** Shows a button, or a link, as the one thing to do next; or no longer. A sentence never is. */
    static void lead(Component component, boolean leads) {
        if (component instanceof Button button) {
            button.setThemeVariant(ButtonVariant.PRIMARY, leads);
        } else if (component instanceof Span) {
            component.addClassName("dim");
        } else {
            component.addClassName("step-button");
            component.setClassName("step-button-leads", leads);
        }
    }
}
