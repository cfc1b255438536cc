package org.deviceoffboarding.suggestion.ui;

import org.deviceoffboarding.base.ui.Tile;
import org.deviceoffboarding.suggestion.SuggestionDetails;

/**
 * What a feature says at the top of a suggestion's page of how it stands. Declared as a bean; beans with a lower
 * {@link org.springframework.core.annotation.Order} come first. Made anew with all news of devices and of suggestions.
 */
public interface SuggestionFigure {

    /** Returns a new tile with the state of now, for the person signed in. */
    Tile create(SuggestionDetails details);
}
