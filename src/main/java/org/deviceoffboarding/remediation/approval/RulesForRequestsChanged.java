package org.deviceoffboarding.remediation.approval;

import org.deviceoffboarding.base.PageNews;

/**
 * Requests go by other rules from now on, so that what somebody is about to ask for may be refused, or no longer wait for approval.
 * Published in the transaction that makes it so.
 */
public record RulesForRequestsChanged() implements PageNews {}
