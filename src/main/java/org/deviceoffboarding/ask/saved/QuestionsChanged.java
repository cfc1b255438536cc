package org.deviceoffboarding.ask.saved;

import org.deviceoffboarding.base.PageNews;

/** A question was saved, changed, removed, pinned or is watched from now on. Published in the transaction that stores it, and by other portals within seconds. */
public record QuestionsChanged() implements PageNews {}
