package org.deviceoffboarding.access.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.base.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A session of a person who signed in.
 *
 * @param rolesReadAt when the tenant was last asked for the person's roles
 * @param usedAt when the person last did something, to within half a minute
 * @param ended what ended it; null while it goes on
 * @param token to ask for the roles again; null where the tenant gave none, and once the session has ended
 */
record PortalSession(
        UUID id,
        Actor person,
        Instant rolesReadAt,
        Instant startedAt,
        Instant usedAt,
        @Nullable SessionOver ended,
        @Nullable EncryptedToken token) {

    /** Returns it with roles that were read at a time, or as early as they were. */
    PortalSession withRolesReadBy(Instant latest) {
        return rolesReadAt.isAfter(latest)
                ? new PortalSession(id, person, latest, startedAt, usedAt, ended, token)
                : this;
    }

    /** Returns whether roles were read within a time. */
    boolean rolesNoOlderThan(Duration age, Instant now) {
        return !rolesReadAt.plus(age).isBefore(now);
    }
}
