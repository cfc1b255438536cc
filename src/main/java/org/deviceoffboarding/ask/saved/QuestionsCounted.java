package org.deviceoffboarding.ask.saved;

import org.deviceoffboarding.base.PageNews;

/** Named questions were counted anew. Published in the transaction that stores the numbers, and by other portals within seconds. */
public record QuestionsCounted() implements PageNews {}
