package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.deviceoffboarding.suggestion.SuggestionDetails;

/**
 * What a feature lets people do with a whole suggestion, at the top of its page. Declared as a bean; beans with a lower
 * {@link org.springframework.core.annotation.Order} stand further left, the primary button last.
 */
public interface SuggestionButton {

    /** Returns a new button for one browser window, or nothing where the person signed in can't do it with this suggestion. */
    Optional<Component> create(SuggestionDetails details);
}
