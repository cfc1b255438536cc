package org.deviceoffboarding.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signed in, or whom Entra assigns a role, as the tenant described them last.
 *
 * @param id object ID in Entra
 * @param name null where the tenant says none
 * @param mail null where the tenant says none
 * @param roles of {@link org.deviceoffboarding.base.Roles}, with those that they include; empty for somebody without a role
 * @param userPrincipalName null where it is not known of somebody who never signed in, as are the next times
 * @param rolesReadAt when they were read from a token
 * @param refusedAt since when the tenant refuses the sign-in; null while it does not
 * @param unassigned whether the assignments were read since, and name them no more
 * @param groups those by which they have a role, by name
 */
public record KnownPerson(
        String id,
        @Nullable String name,
        @Nullable String userPrincipalName,
        @Nullable String mail,
        List<String> roles,
        @Nullable Instant firstSignInAt,
        @Nullable Instant lastSignInAt,
        @Nullable Instant rolesReadAt,
        @Nullable Instant refusedAt,
        boolean unassigned,
        List<String> groups) {

    /** Returns the name, else the user principal name. */
    public String shownName() {
        return name != null ? name : userPrincipalName != null ? userPrincipalName : id;
    }

    /** Returns all but when the roles were read. */
    KnownPerson shown() {
        return new KnownPerson(
                id,
                name,
                userPrincipalName,
                mail,
                roles,
                firstSignInAt,
                lastSignInAt,
                null,
                refusedAt,
                unassigned,
                groups);
    }
}
