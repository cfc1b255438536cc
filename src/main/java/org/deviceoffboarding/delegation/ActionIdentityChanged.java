package org.deviceoffboarding.delegation;

import org.deviceoffboarding.base.PageNews;

/** A person lent an identity, took it back, or it can no longer be used. Published in the transaction that stores it. */
public record ActionIdentityChanged(String personId) implements PageNews {}
