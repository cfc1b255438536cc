package org.deviceoffboarding.access;

import java.time.Instant;

/**
 * The tenant no longer accepts a person's sign-in: it was revoked, or the account changed. Published in the transaction that ends
 * the session.
 *
 * @param personId of the person as the audit log records them
 */
public record PersonRefused(String personId, Instant at) {}
