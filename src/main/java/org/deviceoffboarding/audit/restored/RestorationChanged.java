package org.deviceoffboarding.audit.restored;

import org.deviceoffboarding.base.PageNews;

/** The database was found to be older than its log, or an owner confirmed it. */
public record RestorationChanged() implements PageNews {}
