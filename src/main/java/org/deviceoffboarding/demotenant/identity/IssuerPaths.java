package org.deviceoffboarding.demotenant.identity;

/** Where the OpenID provider is found, below a path that looks as Entra's does. */
final class IssuerPaths {

    /** The issuer without the address, which is whatever name of this machine the demo tenant was reached by. */
    static final String ISSUER = "/" + Contoso.TENANT_ID + "/v2.0";

    static final String TOKEN = ISSUER + "/oauth2/token";

    static final String AUTHORIZE = ISSUER + "/oauth2/authorize";

    private IssuerPaths() {}
}
