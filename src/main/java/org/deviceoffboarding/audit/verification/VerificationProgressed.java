package org.deviceoffboarding.audit.verification;

import org.deviceoffboarding.base.PageNews;

/** The verification that goes on in this portal is farther than before. What was found is news of its own: {@link VerificationChanged}. */
public record VerificationProgressed() implements PageNews {}
