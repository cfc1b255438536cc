package org.deviceoffboarding.access.token;

import org.deviceoffboarding.proof.AppProof;
import org.deviceoffboarding.proof.ProofUnusableException;
import org.deviceoffboarding.signin.SignInRefusals;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.util.MultiValueMap;

/** Adds to requests for tokens what proves that it is the portal that asks. */
public final class ProvenRequests {

    private ProvenRequests() {}

    /**
     * Returns what adds it. Where there is nothing to prove it with, nothing is asked: it throws an
     * {@link OAuth2AuthorizationException} with a {@link TenantRefusedError} then, as if the tenant had refused.
     */
    public static <T extends AbstractOAuth2AuthorizationGrantRequest> Converter<T, MultiValueMap<String, String>> by(
            AppProof proof) {
        Converter<T, MultiValueMap<String, String>> parameters = proof.parameters();
        return request -> {
            try {
                return parameters.convert(request);
            } catch (ProofUnusableException e) {
                throw new OAuth2AuthorizationException(
                        new TenantRefusedError(SignInRefusals.errorOf(e.refusal()), e.refusal(), ""), e);
            }
        };
    }
}
