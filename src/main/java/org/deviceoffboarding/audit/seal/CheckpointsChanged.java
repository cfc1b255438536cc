package org.deviceoffboarding.audit.seal;

import org.deviceoffboarding.base.PageNews;

/** Checkpoints were lost outside the database, or no longer get there, or do so again; or an owner confirmed that some were lost. */
public record CheckpointsChanged() implements PageNews {}
