package org.deviceoffboarding.demotenant.identity.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the provider gives on purpose, in Entra's own words. Sources: <em>Microsoft Entra authentication and authorization
 * error codes</em> for the numbers; answers of Entra that people published for the forms.
 */
public enum SignInFault {
    EXPIRED(
            "invalid_grant",
            700082,
            "The refresh token has expired due to inactivity. The token was issued on 2026-08-01T07:00:00.0000000Z and was inactive"
                    + " for 90.00:00:00."),
    REVOKED(
            "invalid_grant",
            50173,
            "The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or"
                    + " reset their password."),
    BLOCKED_BY_CONDITIONAL_ACCESS(
            "invalid_grant",
            53003,
            "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.",
            "message_only",
            "{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\"da9d1d9d-2cf5-498f-8463-69025e65fe48\"]}}}"),
    SECOND_FACTOR(
            "invalid_grant",
            50076,
            "Due to a configuration change made by your administrator, or because you moved to a new location, you must use"
                    + " multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
            "basic_action",
            ""),
    SECOND_FACTOR_TO_REGISTER(
            "interaction_required",
            50079,
            "Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in"
                    + " multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
            "basic_action",
            ""),
    /** What a challenge's claims may come to: something that only a new sign-in gives, without a number that says what. */
    CLAIMS_CHALLENGE(
            "interaction_required",
            0,
            "The access grant does not satisfy a policy of the resource.",
            "",
            "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}"),
    /** As where a Conditional Access policy asks for the second factor again: met by a new sign-in that asks for these claims. */
    SECOND_FACTOR_CHALLENGE(
            "interaction_required",
            50076,
            "Due to a configuration change made by your administrator, or because you moved to a new location, you must use"
                    + " multi-factor authentication to access '00000003-0000-0000-c000-000000000000'.",
            "basic_action",
            "{\"access_token\":{\"capolids\":{\"essential\":true,\"values\":[\"54ae9a30-f3c1-4bd5-b90f-1a5c0ee4e46d\"]}}}"),
    CONSENT_MISSING(
            "invalid_grant",
            65001,
            "The user or administrator has not consented to use the application named 'Device Offboarding Portal'. Send an interactive authorization request for this user and resource.",
            "consent_required",
            ""),
    CONSENT_DECLINED("access_denied", 65004, "User declined to consent to access the app."),
    ADMIN_CONSENT_NEEDED("access_denied", 90094, "The grant requires admin permission."),
    CLIENT_SECRET_EXPIRED(
            "invalid_client",
            7000222,
            "The provided client secret keys for app 'Device Offboarding Portal' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or"
                    + " consider using certificate credentials for added security: https://aka.ms/certCreds."),
    CLIENT_SECRET_WRONG(
            "invalid_client",
            7000215,
            "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client"
                    + " secret ID, for a secret added to app 'Device Offboarding Portal'."),
    CERTIFICATE_REFUSED(
            "invalid_client",
            700027,
            "Client assertion contains an invalid signature. [Reason - The key was not found.]"),
    ASSERTION_OUT_OF_TIME(
            "invalid_client",
            700024,
            "Client assertion is not within its valid time range. Current time: 2026-11-29T18:00:00.0000000Z, assertion valid from"
                    + " 2026-11-29T19:00:00.0000000Z, expiry time of assertion 2026-11-29T19:10:00.0000000Z."),
    ACCOUNT_DISABLED("invalid_grant", 50057, "The user account is disabled."),
    NOT_ASSIGNED(
            "invalid_grant",
            50105,
            "Your administrator has configured the application Device Offboarding Portal to block users unless they are specifically granted ('assigned') access to the application."),
    APP_UNKNOWN(
            "unauthorized_client",
            700016,
            "Application with identifier 'Device Offboarding Portal' was not found in the directory 'Contoso Outdoor'."),
    TENANT_UNKNOWN(
            "invalid_request",
            90002,
            "Tenant 'Contoso Outdoor' not found. Check to make sure you have the correct tenant ID."),
    /** A number that nobody knows yet, beside what looks like a secret and must be shown nowhere. */
    UNHEARD_OF(
            "invalid_grant",
            999999,
            "Something new was asked of 0.AXoAq3Vd9k2ZT4hL8sQwErTyUiOp1234567890abcdefGHIJKL.");

    private final String error;
    private final int number;
    private final String sentence;
    private final String subError;
    private final String claims;

    SignInFault(String error, int number, String sentence) {
        this(error, number, sentence, "", "");
    }

    SignInFault(String error, int number, String sentence, String subError, String claims) {
        this.error = error;
        this.number = number;
        this.sentence = sentence;
        this.subError = subError;
        this.claims = claims;
    }

    /** Returns the code that administrators search for; OAuth's where there is none. */
    public String code() {
        return number == 0 ? error : "AADSTS" + number;
    }

    /** Returns whether a sign-in that asked for some claims is one that it wants, so that nothing is refused. */
    public boolean isMetBy(@Nullable String asked) {
        return (this == CLAIMS_CHALLENGE || this == SECOND_FACTOR_CHALLENGE) && claims.equals(asked);
    }

    /** Returns OAuth's error. */
    public String error() {
        return error;
    }

    /** Returns the status of the token endpoint's answer. */
    public int status() {
        return error.equals("invalid_client") ? 401 : 400;
    }

    /** Returns Entra's sentence, with IDs of its own each time, as the authorization endpoint sends it. */
    public String description(String time) {
        return (number == 0 ? "" : code() + ": ") + sentence + " Trace ID: " + UUID.randomUUID() + " Correlation ID: "
                + UUID.randomUUID() + " Timestamp: " + time;
    }

    /** Returns what the token endpoint answers. */
    public Map<String, Object> body(String time) {
        String description = description(time);
        List<Integer> numbers = new ArrayList<>();
        if (number != 0) {
            numbers.add(number);
        }
        Map<String, Object> body = new TreeMap<>();
        body.put("error", error);
        body.put("error_description", description);
        body.put("error_codes", numbers);
        body.put("timestamp", time);
        body.put("trace_id", description.replaceFirst(".*Trace ID: (\\S+) .*", "$1"));
        body.put("correlation_id", description.replaceFirst(".*Correlation ID: (\\S+) .*", "$1"));
        if (!subError.isEmpty()) {
            body.put("suberror", subError);
        }
        if (!claims.isEmpty()) {
            body.put("claims", claims);
        }
        return body;
    }
}
