package org.deviceoffboarding.audit.verification;

import org.deviceoffboarding.base.PageNews;

/** A verification of the audit log began, found out how the log is, or ended. */
public record VerificationChanged() implements PageNews {}
