package org.deviceoffboarding.audit.verification;

import org.deviceoffboarding.base.PageNews;

/** A verification of the audit log began, went on, or ended. */
public record VerificationChanged() implements PageNews {}
