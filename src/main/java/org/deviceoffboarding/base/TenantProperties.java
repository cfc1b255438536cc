package org.deviceoffboarding.base;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tenant that the portal works for.
 *
 * @param issuerUri the tenant's OpenID issuer, such as {@code https://login.microsoftonline.com/<tenant-id>/v2.0}
 * @param clientId of the app registration
 * @param clientSecret of the app registration, if it proves itself so; never logged. Exactly one of this and the two files is not
 *     empty
 * @param certificateFile PEM file with a private key and its certificate, if it proves itself so
 * @param certificateAlgorithm what is signed with that key by: RS256 or PS256
 * @param federatedTokenFile file with a token of an issuer that the app registration trusts, if it proves itself so
 * @param graphBaseUrl Microsoft Graph with its version, without a slash at the end
 * @param demo whether this is the demo tenant, which every page then says
 * @param name what people call it, shown in the menu; empty where nobody said
 */
@ConfigurationProperties("portal.tenant")
public record TenantProperties(
        URI issuerUri,
        String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String certificateFile,
        @DefaultValue("RS256") String certificateAlgorithm,
        @DefaultValue("") String federatedTokenFile,
        @DefaultValue("https://graph.microsoft.com/v1.0") URI graphBaseUrl,
        boolean demo,
        @DefaultValue("") String name) {

    @Override
    public String toString() {
        return "TenantProperties[issuerUri=" + issuerUri + ", clientId=" + clientId + ", graphBaseUrl=" + graphBaseUrl
                + "]";
    }
}
