package org.deviceoffboarding.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.base.TenantProperties;
import org.deviceoffboarding.proof.AppProof;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

/** Makes the client registrations of the tenant: one for signing in, and one for each {@link DelegatedConsent}. */
class TenantRegistrations {

    /** The registration that people sign in with. */
    static final String SIGN_IN = "tenant";

    /** With {@code offline_access}, the portal can ask again which roles a person has. */
    static final Set<String> SIGN_IN_SCOPES = Set.of("openid", "profile", "email", "offline_access");

    static final String SIGN_IN_REDIRECT = "/login/oauth2/code/" + SIGN_IN;

    private final TenantProperties tenant;
    private final AppProof proof;
    private final List<DelegatedConsent> consents;

    TenantRegistrations(TenantProperties tenant, AppProof proof, List<DelegatedConsent> consents) {
        this.tenant = tenant;
        this.proof = proof;
        this.consents = consents;
    }

    /**
     * Reads the provider's metadata over the network.
     *
     * @throws TenantUnreachableException if the provider does not answer; a later call tries again
     */
    InMemoryClientRegistrationRepository read() {
        List<ClientRegistration> registrations = new ArrayList<>();
        registrations.add(registration(SIGN_IN, SIGN_IN_SCOPES, SIGN_IN_REDIRECT));
        for (DelegatedConsent consent : consents) {
            registrations.add(registration(consent.registrationId(), consent.scopes(), consent.redirectPath()));
        }
        return new InMemoryClientRegistrationRepository(registrations);
    }

    private ClientRegistration registration(String id, Set<String> scopes, String redirectPath) {
        return proof.applyTo(metadata().registrationId(id).clientId(tenant.clientId()))
                .scope(scopes)
                .redirectUri("{baseUrl}" + redirectPath)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    private ClientRegistration.Builder metadata() {
        try {
            return ClientRegistrations.fromIssuerLocation(tenant.issuerUri().toString());
        } catch (RuntimeException e) {
            throw new TenantUnreachableException(tenant.issuerUri(), e);
        }
    }
}
