package org.deviceoffboarding.access;

import java.util.Set;
import org.deviceoffboarding.base.Capability;

/**
 * A consent beyond signing in that a module asks a person for, by the authorization code flow at
 * {@code /oauth2/authorization/<registrationId>}. A module that needs one declares it as a bean; the tokens are then in the
 * person's session under the registration's ID, until the module takes them out.
 */
public interface DelegatedConsent {

    /** Returns the ID of the client registration, lower-case letters only. */
    String registrationId();

    /** Returns the scopes to ask for, in the words of Microsoft Graph, such as {@code Device.Read.All}. */
    Set<String> scopes();

    /** Returns the path, starting with a slash, to which the person comes back; on a refusal with {@code ?error=…}. */
    String redirectPath();

    /** Returns what it takes to give it. It is asked before the person is led to the tenant, and again on the way back. */
    Capability needed();

    /** Returns the path of the page where it is begun, starting with a slash. */
    String begunOn();

    /**
     * Returns whether the person is asked even if consent was given before. A permission that only an administrator can
     * consent to is granted once for the whole tenant; asking anyway would show everybody else a page that needs an
     * administrator's approval.
     */
    default boolean alwaysAsked() {
        return true;
    }
}
