package org.deviceoffboarding.audit.reading;

import java.time.Instant;
import org.deviceoffboarding.base.Actor;

/**
 * One line of the audit log.
 *
 * @param id counts from 1 without gaps, in the order of storage
 * @param actor as it was called at the time
 * @param action see {@link org.deviceoffboarding.audit.AuditableAction#action()}
 * @param subject see {@link org.deviceoffboarding.audit.AuditableAction#subject()}; may be empty
 * @param summary see {@link org.deviceoffboarding.audit.AuditableAction#summary()}
 */
public record AuditEntry(long id, Instant at, Actor actor, String action, String subject, String summary) {}
