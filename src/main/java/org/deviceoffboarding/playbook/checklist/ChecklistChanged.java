package org.deviceoffboarding.playbook.checklist;

import org.deviceoffboarding.suggestion.SuggestionNews;

/** A step of a suggestion was ticked or unticked. Published after the change is stored. */
public record ChecklistChanged(long suggestionId) implements SuggestionNews {}
