package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.base.PageNews;

/** Suggestions were made anew by a run, or people changed one. Published in the transaction that stores it. */
public record SuggestionsChanged() implements PageNews {}
