package org.deviceoffboarding.person.draft;

import org.deviceoffboarding.base.PageNews;

/** Somebody sent, or discarded, what they had typed somewhere: other windows of theirs may hold it still. */
public record DraftsForgotten() implements PageNews {}
