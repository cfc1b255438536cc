package org.deviceoffboarding.person.assignment;

import org.jspecify.annotations.Nullable;

/**
 * A role of one person.
 *
 * @param role of {@link org.deviceoffboarding.base.Roles}
 * @param via the name of the group that it is assigned to; null where it is assigned to the person
 */
record RoleAssignment(
        String personId,
        @Nullable String name,
        @Nullable String userPrincipalName,
        String role,
        @Nullable String via) {}
