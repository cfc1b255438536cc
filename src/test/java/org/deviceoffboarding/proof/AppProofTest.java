package org.deviceoffboarding.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.demotenant.identity.proof.DemoCertificate;
import org.deviceoffboarding.signin.RefusedIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** What is sent as a proof, with a clock that the test sets and files that it changes. */
class AppProofTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(90));
    private static final String TOKEN_ENDPOINT = "https://login.example/t/oauth2/v2.0/token";
    private static final String CLIENT_ID = "11111111-2222-3333-4444-555555555555";
    private static final DemoCertificate OURS = DemoCertificate.of("ours", NOW.minus(Duration.ofDays(1)), END);
    private static final DemoCertificate NEXT =
            DemoCertificate.of("next", NOW.minus(Duration.ofDays(1)), END.plus(Duration.ofDays(365)));

    private final SettableClock clock = new SettableClock(NOW);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void anAssertionSaysForWhomItIsAndForHowLongAndIsSignedWithTheKey(String algorithm) throws Exception {
        SignedJWT assertion = assertion(proof(write(OURS.pem()), algorithm));

        assertThat(assertion.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
        assertThat(assertion.getHeader().getX509CertSHA256Thumbprint()).hasToString(thumbprint(OURS));
        assertThat(assertion.getHeader().toJSONObject()).doesNotContainKeys("x5c", "jwk", "kid");
        var claims = assertion.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(CLIENT_ID);
        assertThat(claims.getSubject()).isEqualTo(CLIENT_ID);
        assertThat(claims.getAudience()).containsExactly(TOKEN_ENDPOINT);
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getNotBeforeTime()).isEqualTo(Date.from(NOW));
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(AppProof.ASSERTION_LIFETIME)));
        assertThat(assertion.verify(verifier(OURS))).isTrue();
    }

    @Test
    void eachAssertionIsAnother() throws Exception {
        AppProof proof = proof(write(OURS.pem()), "RS256");
        SignedJWT first = assertion(proof);
        clock.forward(Duration.ofMinutes(3));
        SignedJWT second = assertion(proof);

        assertThat(second.getJWTClaimsSet().getJWTID())
                .isNotEqualTo(first.getJWTClaimsSet().getJWTID());
        assertThat(second.getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(NOW.plus(Duration.ofMinutes(3))));
    }

    @Test
    void aFileThatChangesIsReadAnew() throws Exception {
        Path file = write(OURS.pem());
        AppProof proof = proof(file, "RS256");
        assertThat(assertion(proof).verify(verifier(OURS))).isTrue();

        Files.writeString(file, NEXT.pem() + "\n");

        assertThat(assertion(proof).verify(verifier(NEXT))).isTrue();
        assertThat(proof.state().validUntil()).isEqualTo(END.plus(Duration.ofDays(365)));
        assertThat(proof.state().thumbprint())
                .isEqualTo(HexFormat.of()
                        .withUpperCase()
                        .formatHex(Base64.getUrlDecoder().decode(thumbprint(NEXT))));
    }

    @Test
    void whileAChangedFileCannotBeUsedWhatItHeldBeforeIsAndThatIsSaid() throws Exception {
        Path file = write(OURS.pem());
        AppProof proof = proof(file, "RS256");
        assertThat(proof.state().problem()).isEmpty();

        Files.writeString(file, NEXT.keyPem() + OURS.certificatePem());
        assertThat(assertion(proof).verify(verifier(OURS))).isTrue();
        assertThat(proof.state().problem()).contains("do not belong together");
        assertThat(proof.state().usedMeanwhile()).isTrue();

        Files.delete(file);
        assertThat(assertion(proof).verify(verifier(OURS))).isTrue();
        assertThat(proof.state().problem()).contains("names a file that is not there");

        write(NEXT.pem());
        assertThat(assertion(proof).verify(verifier(NEXT))).isTrue();
        assertThat(proof.state().problem()).isEmpty();
        assertThat(proof.state().usedMeanwhile()).isFalse();
    }

    @Test
    void aCertificateWhoseLastDayIsOverIsNotSentAndThatIsSaidBeforeEntraDoes() throws Exception {
        AppProof proof = proof(write(OURS.pem()), "RS256");
        clock.set(END.minusSeconds(1));
        assertThat(assertion(proof).verify(verifier(OURS))).isTrue();
        assertThat(proof.state().expiresSoon(clock.instant())).isTrue();
        assertThat(proof.state().expired(clock.instant())).isFalse();

        clock.set(END);

        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> assertion(proof))
                .satisfies(refused -> assertThat(refused.refusal().sentences(RefusedIdentity.AGENT))
                        .startsWith(
                                "The portal can't ask the tenant for the agent's sign-in"
                                        + " (PORTAL_TENANT_CERTIFICATE_FILE): the certificate that it proves itself with has expired")
                        .contains("It expired at 2027-02-27T10:00:00Z. Whoever runs the portal adds a new one"));
        assertThat(proof.state().expired(clock.instant())).isTrue();
    }

    @Test
    void aCertificateThatIsNotValidYetIsNotSent() throws Exception {
        AppProof proof = proof(write(OURS.pem()), "RS256");
        clock.set(NOW.minus(Duration.ofDays(2)));

        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> assertion(proof))
                .withMessage("It is not valid before 2026-11-28T10:00:00Z.");
        assertThat(proof.state().problem())
                .isEqualTo("PORTAL_TENANT_CERTIFICATE_FILE names a file that has a certificate that is not valid before"
                        + " 2026-11-28T10:00:00Z.");
        assertThat(proof.state().usedMeanwhile()).isFalse();

        clock.set(NOW);
        assertThat(proof.state().problem()).isEmpty();
    }

    @Test
    void aNewCertificateIsNotUsedBeforeItIsValidWhileTheFormerIs() throws Exception {
        DemoCertificate early =
                DemoCertificate.of("early", NOW.plus(Duration.ofHours(1)), END.plus(Duration.ofDays(365)));
        Path file = write(OURS.pem());
        AppProof proof = proof(file, "RS256");

        Files.writeString(file, early.pem());

        assertThat(assertion(proof).verify(verifier(OURS))).isTrue();
        assertThat(proof.state().problem()).endsWith("a certificate that is not valid before 2026-11-29T11:00:00Z.");
        assertThat(proof.state().usedMeanwhile()).isTrue();
        assertThat(proof.state().validUntil()).isEqualTo(END);

        clock.forward(Duration.ofHours(1));

        assertThat(assertion(proof).verify(verifier(early))).isTrue();
        assertThat(proof.state().problem()).isEmpty();
        assertThat(proof.state().usedMeanwhile()).isFalse();
    }

    @Test
    void ofTwoInOneFileTheOneIsSentThatIsValidNow() throws Exception {
        DemoCertificate next =
                DemoCertificate.of("next", OURS.keys(), NOW.plus(Duration.ofHours(1)), END.plus(Duration.ofDays(365)));
        AppProof proof = proof(write(OURS.pem() + next.certificatePem()), "RS256");

        assertThat(sentBy(proof)).isEqualTo(thumbprint(OURS));
        assertThat(proof.state().validUntil()).isEqualTo(END);
        assertThat(proof.state().problem()).isEmpty();

        clock.forward(Duration.ofHours(1));

        assertThat(sentBy(proof)).isEqualTo(thumbprint(next));
        assertThat(proof.state().validUntil()).isEqualTo(END.plus(Duration.ofDays(365)));
    }

    private static String sentBy(AppProof proof) throws Exception {
        return assertion(proof).getHeader().getX509CertSHA256Thumbprint().toString();
    }

    @Test
    void itsLastFourteenDaysAreSoon() throws Exception {
        ProofState state = proof(write(OURS.pem()), "RS256").state();

        assertThat(state.expiresSoon(END.minus(Duration.ofDays(14)))).isFalse();
        assertThat(state.expiresSoon(END.minus(Duration.ofDays(14)).plusSeconds(1)))
                .isTrue();
    }

    @Test
    void aFederatedTokenIsReadAnewForEachUse() throws Exception {
        Path file = write("aa.bb.cc\n");
        AppProof proof = new AppProof(new ProofSettings("", "", "", file.toString()), clock);
        assertThat(parameters(proof))
                .containsEntry("client_assertion", "aa.bb.cc")
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

        Files.writeString(file, "dd.ee.ff");

        assertThat(parameters(proof)).containsEntry("client_assertion", "dd.ee.ff");
    }

    @Test
    void aFederatedTokenThatIsGoneIsSaidAtItsNextUse() throws Exception {
        Path file = write("aa.bb.cc");
        AppProof proof = new AppProof(new ProofSettings("", "", "", file.toString()), clock);
        Files.delete(file);

        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> parameters(proof))
                .withMessageStartingWith("PORTAL_TENANT_FEDERATED_TOKEN_FILE names a file that is not there");
        assertThat(proof.state().problem()).contains("is not there");
        assertThat(proof.state().usedMeanwhile()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "a secret", "aa.bb", "aa.bb.cc dd", "{\"a\":1}"})
    void whatIsNoTokenIsNeverSent(String content) throws Exception {
        Path file = write(content);

        assertThatExceptionOfType(ProofUnusableException.class)
                .isThrownBy(() -> new AppProof(new ProofSettings("", "", "", file.toString()), clock))
                .withMessageStartingWith("PORTAL_TENANT_FEDERATED_TOKEN_FILE names a file that ");
    }

    @Test
    void aSecretIsTheRegistrationsAndAddsNothing() {
        AppProof proof = new AppProof(new ProofSettings("a secret of the test", "", "", ""), clock);

        assertThat(parameters(proof)).isEmpty();
        assertThat(registration(proof).getClientSecret()).isEqualTo("a secret of the test");
        assertThat(proof.state().kind()).isEqualTo(ProofKind.CLIENT_SECRET);
        assertThat(proof.state().expiresSoon(Instant.MAX)).isFalse();
    }

    private AppProof proof(Path file, String algorithm) {
        return new AppProof(new ProofSettings("", file.toString(), algorithm, ""), clock);
    }

    private Path write(String content) throws IOException {
        return Files.writeString(folder.resolve("proof"), content);
    }

    private static SignedJWT assertion(AppProof proof) throws Exception {
        return SignedJWT.parse(Objects.requireNonNull(parameters(proof).get("client_assertion")));
    }

    private static Map<String, String> parameters(AppProof proof) {
        var request = new OAuth2ClientCredentialsGrantRequest(registration(proof));
        return Objects.requireNonNull(
                        proof.<OAuth2ClientCredentialsGrantRequest>parameters().convert(request))
                .asSingleValueMap();
    }

    private static ClientRegistration registration(AppProof proof) {
        return proof.applyTo(ClientRegistration.withRegistrationId("agent")
                        .clientId(CLIENT_ID)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenUri(TOKEN_ENDPOINT))
                .build();
    }

    private static RSASSAVerifier verifier(DemoCertificate certificate) {
        return new RSASSAVerifier((RSAPublicKey) certificate.keys().getPublic());
    }

    private static String thumbprint(DemoCertificate certificate) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(certificate.certificate().getEncoded()));
    }
}
