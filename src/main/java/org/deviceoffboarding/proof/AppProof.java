package org.deviceoffboarding.proof;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.base.TenantProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.NimbusJwtClientAuthenticationParametersConverter;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Proves to the tenant's token endpoint that the portal is its app registration, the same way for whomever it asks. Safe for several
 * threads. Never logs what it proves that with.
 */
@Component
public final class AppProof {

    /** For how long an assertion is good that was signed just now. Entra advises five to ten minutes. */
    static final Duration ASSERTION_LIFETIME = Duration.ofMinutes(5);

    /** Source: RFC 7523, section 2.2. */
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ProofKind kind;
    private final ProofSettings settings;
    private final Clock clock;
    private final @Nullable CertificateFile certificate;
    private final @Nullable FederatedTokenFile federatedToken;
    private @Nullable AppCertificate lastCertificate;
    private @Nullable JWK lastKey;

    /** @throws ProofUnusableException unless exactly one proof is set, and its file can be used */
    @Autowired
    public AppProof(TenantProperties tenant, Clock clock) {
        this(ProofSettings.of(tenant), clock);
    }

    AppProof(ProofSettings settings, Clock clock) {
        settings.check();
        this.settings = settings;
        this.clock = clock;
        this.kind = settings.kind();
        this.certificate = kind == ProofKind.CERTIFICATE
                ? new CertificateFile(Path.of(settings.certificateFile().strip()), clock)
                : null;
        this.federatedToken = kind == ProofKind.FEDERATED_TOKEN
                ? new FederatedTokenFile(Path.of(settings.federatedTokenFile().strip()))
                : null;
    }

    /** Lets requests of a client registration be proved as {@link #parameters()} does it, or by its secret. */
    public ClientRegistration.Builder applyTo(ClientRegistration.Builder registration) {
        return kind == ProofKind.CLIENT_SECRET
                ? registration.clientSecret(settings.clientSecret())
                : registration.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
    }

    /**
     * Returns what adds the proof to a request for tokens, made anew for each; nothing where it is the registration's secret. It
     * throws {@link ProofUnusableException} where there is none to be had.
     */
    public <T extends AbstractOAuth2AuthorizationGrantRequest>
            Converter<T, MultiValueMap<String, String>> parameters() {
        return switch (kind) {
            case CLIENT_SECRET -> request -> new LinkedMultiValueMap<>();
            case CERTIFICATE -> signed();
            case FEDERATED_TOKEN ->
                request -> MultiValueMap.fromSingleValue(
                        Map.of("client_assertion_type", ASSERTION_TYPE, "client_assertion", tokenOfAnother()));
        };
    }

    /** Returns how the portal proves itself now; looks at the file. */
    public ProofState state() {
        return switch (kind) {
            case CLIENT_SECRET -> ProofState.without(kind, "");
            case CERTIFICATE -> stateOfCertificate();
            case FEDERATED_TOKEN -> stateOfFederatedToken();
        };
    }

    private ProofState stateOfCertificate() {
        CertificateFile file = Objects.requireNonNull(certificate);
        String problem = file.problem().map(ProofUnusableException::reason).orElse("");
        return file.find().map(used -> stateOf(used, problem)).orElseGet(() -> ProofState.without(kind, problem));
    }

    private ProofState stateOf(AppCertificate used, String problem) {
        boolean early = used.isEarly(clock.instant());
        return new ProofState(
                kind,
                used.validUntil(),
                hex(used.thumbprint(AppCertificate.SHA_256)),
                hex(used.thumbprint(AppCertificate.SHA_1)),
                early && problem.isEmpty() ? CertificateFile.early(used).reason() : problem,
                !early && !problem.isEmpty());
    }

    private static String hex(byte[] thumbprint) {
        return HexFormat.of().withUpperCase().formatHex(thumbprint);
    }

    private ProofState stateOfFederatedToken() {
        try {
            tokenOfAnother();
            return ProofState.without(kind, "");
        } catch (ProofUnusableException e) {
            return ProofState.without(kind, e.reason());
        }
    }

    private String tokenOfAnother() {
        return Objects.requireNonNull(federatedToken).read();
    }

    private <T extends AbstractOAuth2AuthorizationGrantRequest> Converter<T, MultiValueMap<String, String>> signed() {
        var converter = new NimbusJwtClientAuthenticationParametersConverter<T>(registration -> key());
        converter.setJwtClientAssertionCustomizer(context -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            context.getClaims().issuedAt(now).notBefore(now).expiresAt(now.plus(ASSERTION_LIFETIME));
        });
        return request ->
                Objects.requireNonNull(converter.convert(request)); // of requests that prove themselves so, as ours do
    }

    /** The same object for as long as the certificate is, so that the converter need not prepare it each time. */
    private synchronized JWK key() {
        AppCertificate used = Objects.requireNonNull(certificate).get();
        requireInTime(used);
        if (!used.equals(lastCertificate) || lastKey == null) {
            lastCertificate = used;
            lastKey = new RSAKey.Builder(used.publicKey())
                    .privateKey(used.key())
                    .algorithm(JWSAlgorithm.parse(settings.algorithm()))
                    .x509CertSHA256Thumbprint(Base64URL.encode(used.thumbprint(AppCertificate.SHA_256)))
                    .build();
        }
        return lastKey;
    }

    private void requireInTime(AppCertificate used) {
        Instant now = clock.instant();
        outOfTime(used, now).ifPresent(sentence -> {
            throw ProofUnusableException.outOfTime(sentence);
        });
    }

    private static Optional<String> outOfTime(AppCertificate used, Instant now) {
        if (!now.isBefore(used.validUntil())) {
            return Optional.of("It expired at " + used.validUntil() + ".");
        }
        return used.isEarly(now) ? Optional.of("It is not valid before " + used.validFrom() + ".") : Optional.empty();
    }
}
