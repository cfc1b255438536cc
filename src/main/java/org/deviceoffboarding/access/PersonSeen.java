package org.deviceoffboarding.access;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The tenant said who a person is: at a sign-in, and whenever roles are read again. Published in the transaction that stores the
 * session.
 *
 * @param person as the audit log records them
 * @param name as people know them; null where the tenant says none
 * @param mail null where the tenant says none
 * @param roles of {@link org.deviceoffboarding.base.Roles}, with those that they include; empty for somebody without a role
 * @param signedIn false where only the roles were read again
 */
public record PersonSeen(
        Actor person, @Nullable String name, @Nullable String mail, List<String> roles, Instant at, boolean signedIn) {}
