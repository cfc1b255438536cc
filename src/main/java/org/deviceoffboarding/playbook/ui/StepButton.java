package org.deviceoffboarding.playbook.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.deviceoffboarding.playbook.Stage;
import org.deviceoffboarding.suggestion.SuggestionDetails;

/** How a feature does a step for all devices of a suggestion, at that step's place in the checklist. Declared as a bean. */
public interface StepButton {

    /**
     * Returns a new button, a link to where it is being done, or a sentence that says why it can't be done now; nothing where
     * the person signed in can't do it, or there is nothing left to do.
     *
     * @param stage of the step, which the portal can do itself
     */
    Optional<Component> create(Stage stage, SuggestionDetails details);
}
