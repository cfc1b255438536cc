package org.deviceoffboarding.notification.delivery;

import java.time.Instant;

/**
 * A way that is away as a whole, such as the mail server.
 *
 * @param failures how often in a row it failed
 * @param problem what it said last, as a sentence
 */
public record Outage(Instant since, int failures, String problem, Instant nextTryAt) {}
