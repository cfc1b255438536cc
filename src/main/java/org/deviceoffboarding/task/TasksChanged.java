package org.deviceoffboarding.task;

import org.deviceoffboarding.base.PageNews;

/** Tasks were added, changed or spoken of. Published in the transaction that stores it. */
public record TasksChanged() implements PageNews {}
