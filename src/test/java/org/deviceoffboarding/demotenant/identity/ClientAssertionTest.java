package org.deviceoffboarding.demotenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.identity.proof.AppCredentials;
import org.deviceoffboarding.demotenant.identity.proof.DemoCertificate;
import org.deviceoffboarding.demotenant.identity.proof.WorkloadIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What proves the app to the demo tenant's token endpoint, and with which of Entra's numbers it refuses everything else. */
class ClientAssertionTest {

    private static final String SUBJECT = "system:serviceaccount:portal:portal";
    private static final String AUDIENCE = "api://AzureADTokenExchange";

    private static DemoTenant tenant;
    private static DemoCertificate ours;
    private static DemoCertificate expired;

    private final Browser browser = new Browser();
    private final Instant now = Instant.now();

    @BeforeAll
    static void start() {
        tenant = DemoTenant.start(DemoTenantProperties.onAnyPort());
        Instant now = Instant.now();
        ours = added(DemoCertificate.of("ours", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(90))));
        expired = added(DemoCertificate.of("old", now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(1))));
    }

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @AfterEach
    void reset() {
        switches().reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void aRegisteredCertificateProvesTheApp(String algorithm) throws Exception {
        assertGiven(post(assertion(JWSAlgorithm.parse(algorithm), ours, ours, claims -> claims)));
    }

    @Test
    void onlyAnAssertionForThisTokenEndpointDoes() throws Exception {
        assertRefused(of(claims -> claims.audience("https://elsewhere.example/token")), 700023);
        assertRefused(of(claims -> claims.audience(tenant.issuerUri().toString())), 700023);
        assertGiven(post(of(claims -> claims.audience(tenant.issuerUri() + "/oauth2/token"))));
    }

    @Test
    void anotherKeyOrAnotherCertificateDoesNot() throws Exception {
        DemoCertificate stranger =
                DemoCertificate.of("stranger", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(90)));

        assertRefused(assertion(JWSAlgorithm.RS256, stranger, stranger, claims -> claims), 700027);
        assertRefused(assertion(JWSAlgorithm.RS256, ours, stranger, claims -> claims), 700027);
        assertRefused(assertion(JWSAlgorithm.RS256, expired, expired, claims -> claims), 700027);
        assertRefused(assertion(JWSAlgorithm.RS512, ours, ours, claims -> claims), 700027);
    }

    @Test
    void anAssertionOfAnotherTimeDoesNot() throws Exception {
        assertRefused(of(claims -> claims.expirationTime(Date.from(now.minus(Duration.ofMinutes(6))))), 700024);
        assertRefused(of(claims -> claims.expirationTime(null)), 700024);
        assertRefused(of(claims -> claims.notBeforeTime(Date.from(now.plus(Duration.ofMinutes(6))))), 700024);
        String late = of(claims -> claims);
        switches().setClockAhead(Duration.ofMinutes(20));
        assertRefused(late, 700024);
    }

    @Test
    void anotherAppOrNoTokenAtAllDoesNot() throws Exception {
        assertRefused(of(claims -> claims.subject("another")), 700021);
        assertRefused("no token", 50027);
    }

    @Test
    void aTokenOfTheTrustedIssuerProvesTheApp() {
        assertGiven(post(workload().token()));
    }

    @Test
    void aTokenThatNoFederatedCredentialFitsDoesNot() throws Exception {
        assertRefused(workload().token("system:serviceaccount:other:other", AUDIENCE, now), 700213);
        assertRefused(workload().token(SUBJECT, "api://another", now), 700212);
        assertRefused(workload().token(SUBJECT, AUDIENCE, now.minus(Duration.ofHours(2))), 700024);
        assertRefused(
                of(claims -> claims.issuer("https://workload.contoso.example")
                        .subject(SUBJECT)
                        .audience(AUDIENCE)),
                700027);
        switches().trustWorkload(false);
        assertRefused(workload().token(), 700211);
    }

    @Test
    void aSecretThatIsOlderThanItMayBeIsRefusedAsExpiredAndAnyOtherAsWrong() {
        switches().expireSecret(true);

        assertThat(numbers(withSecret(tenant.clientSecret()))).isEqualTo("7000222");
        assertThat(numbers(withSecret("a wrong one"))).isEqualTo("7000215");

        switches().expireSecret(false);
        assertThat(withSecret(tenant.clientSecret()).has("access_token")).isTrue();
    }

    @Test
    void theApplicationsTokensHaveWhatWasGrantedToItAndNothingElse() {
        assertThat(roles()).contains("Device.Read.All", "User.Read.All").doesNotContain("Application.Read.All");

        switches().withdrawFromApp("User.Read.All");
        switches().grantToApp("Application.Read.All");

        assertThat(roles()).contains("Device.Read.All", "Application.Read.All").doesNotContain("User.Read.All");
    }

    @ParameterizedTest
    @ValueSource(strings = {"User.Read", "Directory.AccessAsUser.All", "openid", "Nothing.Read.All"})
    void whatIsAboutAPersonIsNotGrantedToAnApplication(String permission) {
        assertThatIllegalArgumentException().isThrownBy(() -> switches().grantToApp(permission));
    }

    private List<String> roles() {
        JsonNode answer = withSecret(tenant.clientSecret());
        return CodeFlow.claims(answer, "access_token").get("roles").values().stream()
                .map(JsonNode::asString)
                .toList();
    }

    private static void assertGiven(JsonNode answer) {
        assertThat(answer.path("access_token").asString(""))
                .as(answer.toString())
                .isNotEmpty();
        assertThat(CodeFlow.claims(answer, "access_token").path("idtyp").asString())
                .isEqualTo("app");
    }

    private void assertRefused(String assertion, int number) {
        JsonNode answer = post(assertion);

        assertThat(answer.path("error").asString()).isEqualTo("invalid_client");
        assertThat(numbers(answer)).isEqualTo(String.valueOf(number));
        assertThat(answer.toString())
                .doesNotContain(assertion.length() > 40 ? assertion.substring(20, 40) : "access_token");
    }

    private static String numbers(JsonNode answer) {
        return answer.path("error_codes").path(0).asString("none");
    }

    private JsonNode post(String assertion) {
        return post(Map.of(
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion));
    }

    private JsonNode withSecret(String secret) {
        return post(Map.of("client_secret", secret));
    }

    private JsonNode post(Map<String, String> proof) {
        Map<String, String> all = new LinkedHashMap<>(proof);
        all.put("client_id", tenant.clientId());
        all.put("grant_type", "client_credentials");
        all.put("scope", "https://graph.microsoft.com/.default");
        return CodeFlow.json(browser.post(URI.create(tenant.issuerUri() + "/oauth2/token"), Browser.form(all)));
    }

    private String of(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return assertion(JWSAlgorithm.RS256, ours, ours, change);
    }

    /** Returns an assertion that names one certificate and is signed with the key of another, or of the same. */
    private String assertion(
            JWSAlgorithm algorithm,
            DemoCertificate named,
            DemoCertificate signer,
            UnaryOperator<JWTClaimsSet.Builder> change)
            throws Exception {
        byte[] thumbprint =
                MessageDigest.getInstance("SHA-256").digest(named.certificate().getEncoded());
        var claims = new JWTClaimsSet.Builder()
                .issuer(tenant.clientId())
                .subject(tenant.clientId())
                .audience(tenant.issuerUri() + "/oauth2/token")
                .jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
        var token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .x509CertSHA256Thumbprint(Base64URL.encode(thumbprint))
                        .build(),
                change.apply(claims).build());
        token.sign(new RSASSASigner(signer.keys().getPrivate()));
        return token.serialize();
    }

    private static DemoCertificate added(DemoCertificate certificate) {
        tenant.context().getBean(AppCredentials.class).add(certificate.certificate());
        return certificate;
    }

    private static WorkloadIssuer workload() {
        return tenant.context().getBean(WorkloadIssuer.class);
    }

    private static IdentitySwitches switches() {
        return tenant.context().getBean(IdentitySwitches.class);
    }
}
