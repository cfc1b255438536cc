package org.deviceoffboarding.access.token;

/** Why the tenant's token endpoint gave nothing for a refresh token. */
public enum TokenRefusal {
    /** The refresh token expired or was revoked, or the tenant wants to see the person again. */
    IDENTITY,
    /** The portal's client ID or secret is wrong. */
    CLIENT,
    /** The answer was none that can be used; another may come later. */
    UNUSABLE_ANSWER,
    /** No answer came, or not in time. */
    NO_ANSWER;

    /** Returns what an error code of OAuth 2.0 means. */
    public static TokenRefusal of(String code) {
        return switch (code) {
            case "invalid_grant", "interaction_required", "login_required", "consent_required" -> IDENTITY;
            case "invalid_client", "unauthorized_client" -> CLIENT;
            default -> UNUSABLE_ANSWER;
        };
    }
}
