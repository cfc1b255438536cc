package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.deviceoffboarding.suggestion.Suggestion;

/**
 * What a feature shows on a suggestion's page: beside what speaks for it, or below its devices. Declared as a bean; beans with a lower
 * {@link org.springframework.core.annotation.Order} stand higher.
 */
public interface SuggestionSection {

    /** Returns a new component for one browser window, or nothing where there is nothing to say of this suggestion. */
    Optional<Component> create(Suggestion suggestion);

    /** Returns whether it says what to do, so that it stands beside what speaks for the suggestion, above the devices. */
    default boolean leads() {
        return false;
    }
}
