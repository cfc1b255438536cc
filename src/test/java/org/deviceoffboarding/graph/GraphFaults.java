package org.deviceoffboarding.graph;

import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;

/** What came of asking Graph, for tests of those who asked. */
public final class GraphFaults {

    private GraphFaults() {}

    public static GraphException refused(String permission) {
        return refused(permission, false);
    }

    /** Says that it is the account that lacks a role, as Intune does. */
    public static GraphException refusedForTheRole(String permission) {
        return refused(permission, true);
    }

    public static GraphException away() {
        return new GraphUnavailableException("Microsoft Graph was away.", null);
    }

    private static GraphException refused(String permission, boolean forTheRole) {
        return new GraphPermissionMissingException(
                "Microsoft Graph refused.",
                new SignInRefusal(SignInReason.ROLE_MISSING, "403 Forbidden", "No."),
                permission,
                forTheRole);
    }
}
