package org.deviceoffboarding.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who signed in, as the tenant described them last.
 *
 * @param id object ID in Entra
 * @param name null where the tenant says none
 * @param mail null where the tenant says none
 * @param roles of {@link org.deviceoffboarding.base.Roles}, with those that they include; empty for somebody without a role
 * @param rolesReadAt when the tenant said so
 * @param refusedAt since when the tenant refuses the sign-in; null while it does not
 */
public record KnownPerson(
        String id,
        @Nullable String name,
        String userPrincipalName,
        @Nullable String mail,
        List<String> roles,
        Instant firstSignInAt,
        Instant lastSignInAt,
        Instant rolesReadAt,
        @Nullable Instant refusedAt) {

    /** Returns the name, else the user principal name. */
    public String shownName() {
        return name == null ? userPrincipalName : name;
    }

    /** Returns all but when the roles were read. */
    KnownPerson shown() {
        return new KnownPerson(
                id, name, userPrincipalName, mail, roles, firstSignInAt, lastSignInAt, lastSignInAt, refusedAt);
    }
}
