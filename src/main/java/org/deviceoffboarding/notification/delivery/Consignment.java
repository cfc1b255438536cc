package org.deviceoffboarding.notification.delivery;

import java.time.Instant;

/**
 * A notice for a destination.
 *
 * @param target which, among those of its kind
 * @param dueAt when to send it; not before
 * @param gathered whether it may go together with others
 */
public record Consignment(String target, long noticeId, Instant dueAt, boolean gathered) {}
