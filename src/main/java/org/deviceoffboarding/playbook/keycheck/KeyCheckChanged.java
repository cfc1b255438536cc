package org.deviceoffboarding.playbook.keycheck;

import org.deviceoffboarding.suggestion.SuggestionNews;

/** A reading of keys was asked for, came further or ended. Published after the change is stored. */
public record KeyCheckChanged(long suggestionId) implements SuggestionNews {}
