package org.deviceoffboarding.signin;

import static org.deviceoffboarding.signin.SignInCure.IN_PORTAL;
import static org.deviceoffboarding.signin.SignInCure.IN_TENANT;
import static org.deviceoffboarding.signin.SignInCure.NEW_SIGN_IN;
import static org.deviceoffboarding.signin.SignInCure.TIME;

import java.util.Arrays;

/**
 * Why Microsoft lets an identity not in, with what to do about it and who can. Which of Microsoft's codes means which reason is
 * told by {@link SignInRefusals}. Stored by name.
 */
public enum SignInReason {
    EXPIRED("Expired", NEW_SIGN_IN, "it was not used for too long and has expired", "%2$s"),
    REVOKED("Revoked", NEW_SIGN_IN, "it was revoked, or the password was changed", "%2$s"),
    SIGN_IN_TOO_OLD(
            "Too old",
            NEW_SIGN_IN,
            "a Conditional Access policy lets a sign-in last for a limited time only, which is over",
            "%2$s An administrator can see in the sign-in logs of the Entra admin center which policy that is."),
    SECOND_FACTOR(
            "Second factor needed",
            NEW_SIGN_IN,
            "the tenant asks for a second factor, which only a person can give while signing in",
            "%2$s"),
    INTERACTION(
            "New sign-in needed",
            NEW_SIGN_IN,
            "a policy of the tenant asks for something that only a new sign-in gives, such as a second factor",
            "%2$s"),
    /** The tenant has no use for the token and gives no code of Microsoft's that says why. */
    NO_LONGER_ACCEPTED("No longer accepted", NEW_SIGN_IN, "it is no longer accepted", "%2$s"),
    CONDITIONAL_ACCESS(
            "Blocked by a policy",
            IN_TENANT,
            "a Conditional Access policy blocks it",
            "An administrator who may change Conditional Access finds the policy in the sign-in logs of the Entra admin center"
                    + " and lets %1$s in from where the portal runs; then %3$s."),
    CONSENT_MISSING(
            "Consent missing",
            IN_TENANT,
            "what the portal asks for was not consented to, or the consent was withdrawn",
            "An administrator grants admin consent for the portal's app registration in the Entra admin center; then %3$s."),
    ADMIN_CONSENT(
            "Admin consent needed",
            IN_TENANT,
            "only an administrator may consent to what the portal asks for",
            "An administrator grants admin consent for the portal's app registration in the Entra admin center; then %3$s."),
    CONSENT_DECLINED(
            "Consent declined",
            IN_TENANT,
            "the consent was declined",
            "Whoever signs in has to accept what the portal asks for; then %3$s."),
    ACCOUNT_DISABLED(
            "Account disabled",
            IN_TENANT,
            "%1$s is disabled in Entra",
            "An administrator enables it again; then %3$s."),
    ACCOUNT_UNKNOWN(
            "Account unknown",
            IN_TENANT,
            "%1$s does not exist in this tenant",
            "Use an account of this tenant, or let an administrator restore or invite it; then %3$s."),
    NOT_ASSIGNED(
            "Not assigned",
            IN_TENANT,
            "%1$s is not assigned to the portal's application",
            "An administrator assigns it in the Entra admin center (Enterprise applications > this portal > Users and groups);"
                    + " then %3$s."),
    SECRET_EXPIRED(
            "Client secret expired",
            IN_PORTAL,
            "the client secret of the portal's app registration has expired",
            "Whoever runs the portal makes a new one in the Entra admin center (App registrations > Certificates & secrets), sets"
                    + " PORTAL_TENANT_CLIENT_SECRET to its value and restarts the portal; then %3$s."),
    SECRET_WRONG(
            "Client secret wrong",
            IN_PORTAL,
            "the portal's client secret is not one of its app registration's",
            "Whoever runs the portal sets PORTAL_TENANT_CLIENT_SECRET to the value of a client secret, which is not its ID, and"
                    + " restarts the portal; then %3$s."),
    CERTIFICATE(
            "Certificate not accepted",
            IN_PORTAL,
            "the certificate that the portal proves itself with is not among its app registration's, has expired, or does not"
                    + " belong to its key",
            "Whoever runs the portal compares both in the Entra admin center (App registrations > Certificates & secrets) and"
                    + " puts one that is registered, with its key, into the file that PORTAL_TENANT_CERTIFICATE_FILE names, which is"
                    + " read anew; then %3$s."),
    FEDERATED_TOKEN(
            "Federated token not accepted",
            IN_PORTAL,
            "no federated credential of the portal's app registration fits the token that the portal proves itself with",
            "Whoever runs the portal compares issuer, subject and audience in the Entra admin center (App registrations >"
                    + " Certificates & secrets > Federated credentials); then %3$s."),
    /** The portal itself sees that it cannot prove itself, and does not ask the tenant. */
    CERTIFICATE_OUT_OF_TIME(
            "Certificate out of time",
            IN_PORTAL,
            "the certificate that it proves itself with has expired, or is not valid yet",
            "Whoever runs the portal adds a new one to the app registration in the Entra admin center (App registrations >"
                    + " Certificates & secrets) and puts it, with its key, into the file that PORTAL_TENANT_CERTIFICATE_FILE names,"
                    + " which is read anew; then %3$s."),
    /** As before: the portal itself sees it. */
    PROOF_UNUSABLE(
            "Proof unusable",
            IN_PORTAL,
            "what it proves itself with can't be used",
            "Whoever runs the portal puts that right, and need not restart it: the file is read anew; then %3$s."),
    /** The tenant does not accept how the portal proves itself, and gives no code of Microsoft's that says why. */
    APP_REFUSED(
            "Portal not accepted",
            IN_PORTAL,
            "the tenant does not accept how the portal proves itself",
            "Whoever runs the portal checks PORTAL_TENANT_CLIENT_ID and what it proves itself with (PORTAL_TENANT_CLIENT_SECRET, a"
                    + " certificate or a federated token), which may have expired; then %3$s."),
    APP_UNKNOWN(
            "App unknown",
            IN_PORTAL,
            "the tenant has no app with the portal's client ID, or it is disabled there",
            "Whoever runs the portal checks PORTAL_TENANT_CLIENT_ID and PORTAL_TENANT_ISSUER_URI; then %3$s."),
    TENANT_UNKNOWN(
            "Tenant unknown",
            IN_PORTAL,
            "there is no such tenant",
            "Whoever runs the portal checks PORTAL_TENANT_ISSUER_URI; then %3$s."),
    CLOCK(
            "Clock wrong",
            IN_PORTAL,
            "the portal's clock and Microsoft's are too far apart",
            "Whoever runs the portal puts the clock of its machine right and lets it synchronise with a time server; then %3$s."),
    /** Graph knows the identity, which has no permission or no role for what was asked. */
    ROLE_MISSING(
            "Role missing",
            IN_TENANT,
            "%1$s has no role, or the portal no permission, for what was asked",
            "An administrator gives %1$s the role, or grants the permission; then %3$s."),
    LICENCE_MISSING(
            "Licence missing",
            IN_TENANT,
            "%1$s has no licence for what was asked",
            "An administrator assigns a licence that has Intune; then %3$s."),
    NO_INTUNE(
            "No Intune",
            IN_TENANT,
            "the tenant does not have Intune",
            "The tenant needs a subscription that has Intune. If it has one, whoever runs the portal checks whether"
                    + " PORTAL_TENANT_ISSUER_URI names the right tenant; then %3$s."),
    /** Anything else that Microsoft says. */
    OTHER(
            "Refused",
            TIME,
            "the portal does not know what this code means",
            "An administrator of the tenant finds more by that code in the sign-in logs of the Entra admin center; then %3$s.");

    private final String label;
    private final SignInCure cure;
    private final String cause;
    private final String remedy;

    SignInReason(String label, SignInCure cure, String cause, String remedy) {
        this.label = label;
        this.cure = cure;
        this.cause = cause;
        this.remedy = remedy;
    }

    /** Returns a few words for where there is little room. */
    public String label() {
        return label;
    }

    /** Returns the reason of that name; {@link #OTHER} for a name of another version. */
    public static SignInReason named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(OTHER);
    }

    public SignInCure cure() {
        return cure;
    }

    /** Returns the clause that says why. */
    String cause(RefusedIdentity whose) {
        return this == ROLE_MISSING && whose.isApplication()
                ? whose.account() + " lacks a permission for what was asked"
                : cause.formatted(whose.account());
    }

    /** Returns the sentences that say who has to do what. */
    String remedy(RefusedIdentity whose) {
        return this == ROLE_MISSING && whose.isApplication()
                ? "An administrator adds it to the app registration in the Entra admin center (API permissions > Microsoft Graph >"
                        + " Application permissions) and grants admin consent; then " + whose.nextStep() + "."
                : remedy.formatted(whose.account(), whose.newSignIn(), whose.nextStep());
    }

    /** Returns whether the sentence that came with it says more than this one. */
    boolean isVague() {
        return this == OTHER || this == NO_LONGER_ACCEPTED || this == APP_REFUSED || this == CLOCK || isOfPortal();
    }

    /** Returns whether it is the portal that sees why there can be no sign-in, so that nobody was asked. */
    public boolean isOfPortal() {
        return this == CERTIFICATE_OUT_OF_TIME || this == PROOF_UNUSABLE;
    }

    /**
     * Returns whether the account itself may not use the portal any more: it is disabled, is gone, or was never or is no longer assigned
     * to it. Of any other reason a new sign-in, or what an administrator puts right, makes an end.
     */
    public boolean isOfAccount() {
        return this == ACCOUNT_DISABLED || this == ACCOUNT_UNKNOWN || this == NOT_ASSIGNED;
    }

    /** Returns whether it is Graph that refuses, which accepted the sign-in. */
    public boolean isOfGraph() {
        return this == ROLE_MISSING || this == LICENCE_MISSING || this == NO_INTUNE;
    }
}
