package org.deviceoffboarding.proof;

import org.deviceoffboarding.base.PageNews;

/** What the portal proves itself with is another, can't be used or can again, or its last day is nearer by one. */
public record ProofChanged() implements PageNews {}
