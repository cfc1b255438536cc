package org.deviceoffboarding.audit.reading;

/**
 * What came to the log since a moment.
 *
 * @param matching how many of it match a filter, up to a number
 * @param end up to where the log goes now
 */
public record AuditGrowth(int matching, LogEnd end) {}
