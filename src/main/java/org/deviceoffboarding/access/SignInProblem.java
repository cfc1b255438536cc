package org.deviceoffboarding.access;

import java.util.Locale;
import org.deviceoffboarding.base.Labelled;

/** Why nobody could sign in, and what to do about it. */
enum SignInProblem implements Labelled {
    UNREACHABLE(
            "The sign-in service cannot be reached",
            "The portal got no usable answer from the tenant's OpenID provider. Check the network between the portal and"
                    + " the provider, and the setting PORTAL_TENANT_ISSUER_URI; then try again."),
    REFUSED(
            "The tenant refused this sign-in",
            "The OpenID provider did not let you in. Try again; if it happens again, an administrator of the tenant finds the cause"
                    + " in the sign-in logs of the Entra admin center."),
    /** Nobody was asked: the portal has nothing that it could prove itself with. */
    UNPROVEN(
            "The portal can't prove itself to the tenant",
            "Whoever runs the portal looks at what it proves itself with: its client secret, certificate or federated token."),
    CANCELLED(
            "Sign-in was cancelled", "The OpenID provider did not let you in, or you cancelled. Nothing was changed."),
    EXPIRED(
            "This sign-in took too long",
            "The portal no longer knows the sign-in that this answer belongs to, since it was restarted or the page was"
                    + " open for too long. Start again."),
    OTHER(
            "Sign-in did not work",
            "The answer of the OpenID provider could not be used. Try again; if it happens again, whoever runs the portal"
                    + " finds the cause in its log.");

    private final String title;
    private final String advice;

    SignInProblem(String title, String advice) {
        this.title = title;
        this.advice = advice;
    }

    String title() {
        return title;
    }

    @Override
    public String label() {
        return title;
    }

    String advice() {
        return advice;
    }

    /** Returns the part of an address that names this problem. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignInProblem ofKey(String key) {
        for (SignInProblem problem : values()) {
            if (problem.key().equals(key)) {
                return problem;
            }
        }
        return OTHER;
    }
}
