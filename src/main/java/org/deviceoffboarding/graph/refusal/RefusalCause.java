package org.deviceoffboarding.graph.refusal;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * Why Graph refuses. Intune answers 401 as well as 403 to whom it knows and does not let in, with the same code for whatever is
 * missing, so that its words have to be looked at, too.
 */
public enum RefusalCause {
    /** The access token is not accepted. Another may be. */
    SIGN_IN,
    /** The app has no permission for it, or the account no role: Graph does not say which. */
    PERMISSION,
    /** Intune knows the account, which has no role for it. */
    ROLE,
    LICENCE,
    /** The tenant does not have the service. */
    TENANT,
    /** It is about what was asked, and not about who asks. */
    REQUEST;

    public static RefusalCause of(int status, ErrorText error) {
        if (status != 400 && status != 401 && status != 403) {
            return REQUEST;
        }
        String text = (error.code() + " " + error.message()).toLowerCase(Locale.ROOT);
        if (has(text, "not applicable to target tenant", "not applicable to target domain")) {
            return TENANT;
        }
        if (status == 400) {
            return REQUEST;
        }
        if (has(text, "licens", "licenc", "premium")) {
            return LICENCE;
        }
        if (has(text, "application is not authorized", "following scopes", "required permissions")) {
            return PERMISSION;
        }
        boolean forbidden = error.code().equalsIgnoreCase("Forbidden");
        if (has(text, "user is not authorized") || (status == 401 && forbidden)) {
            return ROLE;
        }
        return status == 401 ? SIGN_IN : PERMISSION;
    }

    private static boolean has(String text, String... words) {
        return Stream.of(words).anyMatch(text::contains);
    }
}
