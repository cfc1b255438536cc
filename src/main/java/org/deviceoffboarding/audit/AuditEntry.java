package org.deviceoffboarding.audit;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;

/**
 * One line of the audit log.
 *
 * @param id counts from 1 without gaps, in the order of storage
 * @param actor as it was called at the time
 * @param action see {@link AuditableAction#action()}
 * @param subject see {@link AuditableAction#subject()}; may be empty
 * @param summary see {@link AuditableAction#summary()}
 */
public record AuditEntry(long id, Instant at, Actor actor, String action, String subject, String summary) {}
