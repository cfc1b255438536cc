package org.deviceoffboarding.suggestion;

import org.deviceoffboarding.base.PageNews;

/** News of how far people, or the portal, are with what a suggestion says: its page shows another state from now on. */
public interface SuggestionNews extends PageNews {

    /** Returns which suggestion it is about. */
    long suggestionId();
}
