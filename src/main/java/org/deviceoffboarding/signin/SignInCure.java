package org.deviceoffboarding.signin;

/** What cures a refusal, and thereby what becomes of the token that was refused. */
public enum SignInCure {
    /** A new sign-in only: the token that was refused is worth nothing any more. */
    NEW_SIGN_IN,
    /** Somebody puts something right in the tenant; then the same token is accepted again. */
    IN_TENANT,
    /** Whoever runs the portal puts something right about the portal; the identity is none the worse. */
    IN_PORTAL,
    /** Nobody has to do anything: another attempt may succeed. */
    TIME
}
