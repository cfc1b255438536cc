package org.deviceoffboarding.access;

import java.time.Instant;

/**
 * The tenant lets a person's account into the portal no longer: it is disabled, is gone, or is not assigned to it. Not published of
 * whoever merely has to sign in again. Published in the transaction that ends the session.
 *
 * @param personId of the person as the audit log records them
 */
public record PersonRefused(String personId, Instant at) {}
