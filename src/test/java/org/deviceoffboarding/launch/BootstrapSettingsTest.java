package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.deviceoffboarding.demotenant.identity.proof.DemoCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class BootstrapSettingsTest {

    private static final String KEY = "k".repeat(44);

    @Test
    void withNothingSetTheDemoTenantAndTheEmbeddedDatabaseAreUsed() {
        BootstrapSettings settings = settings(Map.of());

        assertThat(settings.tenantIsConfigured()).isFalse();
        assertThat(settings.databaseIsConfigured()).isFalse();
        assertThat(settings.dataFolder()).isEqualTo(Path.of(".portal"));
    }

    @Test
    void anEmptyVariableCountsAsMissing() {
        BootstrapSettings settings = settings(Map.of("PORTAL_TENANT_ISSUER_URI", " ", "PORTAL_TENANT_CLIENT_ID", ""));

        assertThat(settings.tenantIsConfigured()).isFalse();
    }

    @Test
    void aTenantWithoutItsSecretIsRefusedWithTheNameOfWhatIsMissing() {
        assertRefused(
                Map.of("PORTAL_TENANT_ISSUER_URI", "https://login.example/t/v2.0", "PORTAL_TENANT_CLIENT_ID", "id"),
                "set PORTAL_TENANT_CLIENT_SECRET too");
    }

    @Test
    void aGraphWithoutATenantIsRefused() {
        assertRefused(
                Map.of("PORTAL_TENANT_GRAPH_BASE_URL", "https://graph.example/v1.0"),
                "PORTAL_TENANT_ISSUER_URI and PORTAL_TENANT_CLIENT_ID and PORTAL_TENANT_CLIENT_SECRET");
    }

    @Test
    void anIssuerThatIsNoAddressIsRefused() {
        assertRefused(
                Map.of(
                        "PORTAL_TENANT_ISSUER_URI", "contoso",
                        "PORTAL_TENANT_CLIENT_ID", "id",
                        "PORTAL_TENANT_CLIENT_SECRET", "secret",
                        "PORTAL_PUBLIC_URL", "https://portal.example"),
                "PORTAL_TENANT_ISSUER_URI is 'contoso', which is not an address");
    }

    @Test
    void aDatabaseOfOnesOwnNeedsAKeyOfOnesOwn() {
        assertRefused(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://db/portal"), "needs PORTAL_SECRET_KEY");
    }

    @Test
    void aDatabaseWithAKeyIsAccepted() {
        BootstrapSettings settings =
                settings(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://db/portal", "PORTAL_SECRET_KEY", KEY));

        assertThat(settings.databaseIsConfigured()).isTrue();
        assertThat(settings.secretKey()).contains(KEY);
    }

    @Test
    void aKeyThatIsTooShortIsRefusedWithoutShowingIt() {
        BootstrapSettings settings = settings(Map.of("PORTAL_SECRET_KEY", "hunter2"));

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(settings::secretKey)
                .withMessageStartingWith("PORTAL_SECRET_KEY is too short")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void theWellKnownPasswordOfTheDemoDatabaseIsRefusedWithATenantOfOnesOwn() {
        assertRefused(
                Map.of(
                        "PORTAL_TENANT_ISSUER_URI", "https://login.example/t/v2.0",
                        "PORTAL_TENANT_CLIENT_ID", "id",
                        "PORTAL_TENANT_CLIENT_SECRET", "secret",
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://db/portal",
                        "PORTAL_PUBLIC_URL", "https://portal.example",
                        "SPRING_DATASOURCE_PASSWORD", BootstrapSettings.DEMO_DATABASE_PASSWORD,
                        "PORTAL_SECRET_KEY", KEY),
                "set POSTGRES_PASSWORD");
    }

    @Test
    void aCertificateOrAFederatedTokenIsAProofInThePlaceOfTheSecret(@TempDir Path folder) throws Exception {
        Instant now = Instant.now();
        Path certificate = Files.writeString(
                folder.resolve("portal.pem"),
                DemoCertificate.of("portal", now.minusSeconds(60), now.plusSeconds(60))
                        .pem());
        Path token = Files.writeString(folder.resolve("token"), "aa.bb.cc");

        assertThat(settings(tenantProvenBy(Map.of("PORTAL_TENANT_CERTIFICATE_FILE", certificate.toString())))
                        .tenantIsConfigured())
                .isTrue();
        assertThat(settings(tenantProvenBy(Map.of("PORTAL_TENANT_FEDERATED_TOKEN_FILE", token.toString())))
                        .tenantIsConfigured())
                .isTrue();
        assertRefused(
                tenantProvenBy(Map.of(
                        "PORTAL_TENANT_CLIENT_SECRET",
                        "secret",
                        "PORTAL_TENANT_CERTIFICATE_FILE",
                        certificate.toString())),
                "keep one of PORTAL_TENANT_CLIENT_SECRET and PORTAL_TENANT_CERTIFICATE_FILE");
    }

    @Test
    void whatIsWrongWithAProofIsSaidBeforeAnythingStarts(@TempDir Path folder) throws Exception {
        Instant now = Instant.now();
        DemoCertificate one = DemoCertificate.of("one", now, now.plusSeconds(60));
        DemoCertificate other = DemoCertificate.of("other", now, now.plusSeconds(60));
        Path mixed = Files.writeString(folder.resolve("mixed.pem"), one.keyPem() + other.certificatePem());

        assertRefused(
                tenantProvenBy(Map.of()), "set PORTAL_TENANT_CLIENT_SECRET too (or PORTAL_TENANT_CERTIFICATE_FILE");
        assertRefused(
                tenantProvenBy(Map.of(
                        "PORTAL_TENANT_CERTIFICATE_FILE", folder.resolve("none").toString())),
                "PORTAL_TENANT_CERTIFICATE_FILE names a file that is not there");
        assertRefused(
                tenantProvenBy(Map.of("PORTAL_TENANT_CERTIFICATE_FILE", mixed.toString())),
                "that do not belong together");
        assertRefused(
                tenantProvenBy(Map.of(
                        "PORTAL_TENANT_CLIENT_SECRET", "secret", "PORTAL_TENANT_CERTIFICATE_ALGORITHM", "HS256")),
                "set RS256 or PS256");
    }

    @Test
    void aCertificateWhoseTimeIsOverDoesNotKeepThePortalFromStarting(@TempDir Path folder) throws Exception {
        Instant now = Instant.now();
        Path old = Files.writeString(
                folder.resolve("old.pem"),
                DemoCertificate.of("old", now.minusSeconds(120), now.minusSeconds(60))
                        .pem());

        assertThat(settings(tenantProvenBy(Map.of("PORTAL_TENANT_CERTIFICATE_FILE", old.toString())))
                        .tenantIsConfigured())
                .isTrue();
    }

    private static Map<String, Object> tenantProvenBy(Map<String, String> proof) {
        Map<String, Object> all = new HashMap<>(proof);
        all.put("PORTAL_TENANT_ISSUER_URI", "https://login.example/t/v2.0");
        all.put("PORTAL_TENANT_CLIENT_ID", "id");
        all.put("PORTAL_PUBLIC_URL", "https://portal.example");
        return all;
    }

    @Test
    void anOwnerIsAnotherRoleThanThePortals() {
        Map<String, Object> oneRole = Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://db/portal",
                "SPRING_DATASOURCE_USERNAME", "portal",
                "PORTAL_OWNER_USERNAME", "portal",
                "PORTAL_OWNER_PASSWORD", "secret",
                "PORTAL_SECRET_KEY", KEY);
        Map<String, Object> twoRoles = new HashMap<>(oneRole);
        twoRoles.put("PORTAL_OWNER_USERNAME", "portal_owner");

        assertThat(settings(oneRole).databaseOwner()).isEmpty();
        assertThat(settings(twoRoles).databaseOwner())
                .hasValueSatisfying(owner -> assertThat(owner.user()).isEqualTo("portal_owner"))
                .hasValueSatisfying(owner -> assertThat(owner.toString()).doesNotContain("secret"));
    }

    @Test
    void anOwnerThatIsHalfSetIsRefused() {
        assertRefused(
                Map.of(
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://db/portal",
                        "PORTAL_OWNER_PASSWORD", "secret",
                        "PORTAL_SECRET_KEY", KEY),
                "set PORTAL_OWNER_USERNAME, too");
        assertRefused(Map.of("PORTAL_OWNER_USERNAME", "portal_owner"), "set SPRING_DATASOURCE_URL, too");
    }

    @Test
    void aPortThatIsNoNumberIsRefused() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> settings(Map.of("SERVER_PORT", "http")).port("server.port", 8080))
                .withMessage("SERVER_PORT is 'http', which is not a port: set a number from 1 to 65535.");
    }

    @Test
    void aPortBeyondTheLastOneIsRefused() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> settings(Map.of("SERVER_PORT", "65536")).port("server.port", 8080))
                .withMessageStartingWith("SERVER_PORT is '65536'");
    }

    @Test
    void aPortThatIsNotSetIsTheUsualOne() {
        assertThat(settings(Map.of()).port("server.port", 8080)).isEqualTo(8080);
    }

    @Test
    void aTenantOfOnesOwnNeedsTheAddressThatPeopleUse() {
        assertRefused(tenantAt(""), "the portal needs PORTAL_PUBLIC_URL");

        assertThat(settings(tenantAt("https://portal.example/devices/")).tenantIsConfigured())
                .isTrue();
        assertThat(settings(tenantAt("http://localhost:8080")).tenantIsConfigured())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal.example",
                "https://",
                "ftp://portal.example",
                "https://ada:secret@portal.example",
                "https://portal.example/?a=b"
            })
    void whatIsNotTheAddressOfAPortalIsRefused(String address) {
        assertRefused(Map.of("PORTAL_PUBLIC_URL", address), "which is not the address of a portal");
    }

    @Test
    void anAddressByWhichOthersCouldListenInIsRefused() {
        assertRefused(tenantAt("http://portal.example"), "put a proxy with TLS in front of the portal");
    }

    @Test
    void thePathOfTheAddressIsThePortals() {
        assertThat(settings(Map.of()).contextPath()).isEmpty();
        assertThat(settings(tenantAt("https://portal.example/")).contextPath()).contains("");
        assertThat(settings(tenantAt("https://portal.example/it/offboard/")).contextPath())
                .contains("/it/offboard");
    }

    @Test
    void anotherPathBesideThatOfTheAddressIsRefused() {
        var same = Map.<String, Object>of(
                "PORTAL_PUBLIC_URL", "https://portal.example/offboard", "SERVER_SERVLET_CONTEXT_PATH", "/offboard/");
        assertThat(settings(same).contextPath()).contains("/offboard");

        assertRefused(
                Map.of(
                        "PORTAL_PUBLIC_URL",
                        "https://portal.example/offboard",
                        "SERVER_SERVLET_CONTEXT_PATH",
                        "/devices"),
                "PORTAL_PUBLIC_URL is 'https://portal.example/offboard', but SERVER_SERVLET_CONTEXT_PATH is '/devices'");
        assertRefused(
                Map.of("PORTAL_PUBLIC_URL", "https://portal.example", "SERVER_SERVLET_CONTEXT_PATH", "/devices"),
                "leave the second out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//offboard", "/a//b", "/a/../b", "/.", "/off%20board", "/off;board", "/m\u00fcll"})
    void aPathThatAPortalCannotBeAtIsRefused(String path) {
        assertRefused(tenantAt("https://portal.example" + path), "whose path the portal can't be at");
    }

    private static Map<String, Object> tenantAt(String address) {
        return Map.of(
                "PORTAL_TENANT_ISSUER_URI", "https://login.example/t/v2.0",
                "PORTAL_TENANT_CLIENT_ID", "id",
                "PORTAL_TENANT_CLIENT_SECRET", "secret",
                "PORTAL_PUBLIC_URL", address);
    }

    private static void assertRefused(Map<String, Object> variables, String sentence) {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> settings(variables))
                .withMessageContaining(sentence);
    }

    private static BootstrapSettings settings(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        ConfigurationPropertySources.attach(environment);
        return BootstrapSettings.of(environment);
    }
}
