package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.base.PageNews;

/**
 * Suggestions were made anew by a run, people changed one, or an owner what is to be done about them. Published in the transaction that stores it.
 */
public record SuggestionsChanged() implements PageNews {}
