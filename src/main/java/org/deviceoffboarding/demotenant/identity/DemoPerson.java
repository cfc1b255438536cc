package org.deviceoffboarding.demotenant.identity;

import java.util.Set;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.jspecify.annotations.Nullable;

/**
 * Someone who can sign in to the demo tenant.
 *
 * @param objectId the person's ID in Entra (the {@code oid} claim)
 * @param userPrincipalName also the mail address
 * @param appRole in the portal; {@code null} for someone nobody gave a role
 * @param directoryRoles in Entra, which limit what a delegated token may do in Graph; never empty
 */
record DemoPerson(
        String objectId,
        String givenName,
        String familyName,
        String userPrincipalName,
        String jobTitle,
        @Nullable AppRole appRole,
        Set<DirectoryRole> directoryRoles) {

    public DemoPerson {
        directoryRoles = Set.copyOf(directoryRoles);
    }

    /** Given and family name, as pages and tokens show them. */
    public String displayName() {
        return givenName + " " + familyName;
    }
}
