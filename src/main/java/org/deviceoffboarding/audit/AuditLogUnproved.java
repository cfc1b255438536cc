package org.deviceoffboarding.audit;

import java.time.Instant;

/**
 * A verification found that the audit log is not as it was sealed. Published after each that finds so, outside any transaction.
 *
 * @param at when it was found
 * @param sentence what does not fit, for people
 */
public record AuditLogUnproved(Instant at, String sentence) {}
