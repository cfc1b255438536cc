package org.deviceoffboarding.access;

import java.net.URI;

/** The tenant's OpenID provider did not answer, or not as one. */
class TenantUnreachableException extends RuntimeException {

    TenantUnreachableException(URI issuer, Throwable cause) {
        super("The OpenID provider at " + issuer + " cannot be reached", cause);
    }
}
