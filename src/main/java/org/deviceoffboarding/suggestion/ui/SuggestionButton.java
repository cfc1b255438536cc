package org.deviceoffboarding.suggestion.ui;

import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.deviceoffboarding.suggestion.SuggestionDetails;

/**
 * What a feature lets people do with a suggestion, at the top of its page. Declared as a bean; beans with a lower
 * {@link org.springframework.core.annotation.Order} stand further left. Made anew with all news of devices and of suggestions.
 */
public interface SuggestionButton {

    /** Returns new buttons for one browser window; none where the person signed in may not, or nothing can be done with it. */
    List<Button> create(SuggestionDetails details);
}
