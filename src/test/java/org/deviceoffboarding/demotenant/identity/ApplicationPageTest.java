package org.deviceoffboarding.demotenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.claims;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.json;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantNotStartedException;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.identity.proof.DemoCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The app registration as people change it by hand: permissions with consent, proofs, and the address for admin consent. */
class ApplicationPageTest {

    private static final String KEYS = "BitlockerKey.ReadBasic.All";
    private static final DemoTenant tenant = DemoTenant.start(DemoTenantProperties.onAnyPort());

    private final Browser browser = new Browser();
    private final CodeFlow flow = new CodeFlow(tenant, browser);

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @AfterEach
    void turnSwitchesBack() {
        tenant.context().getBean(IdentitySwitches.class).reset();
    }

    @Test
    void whatIsNotTickedIsNoLongerGranted() {
        Browser.Answer page = browser.get(page());
        assertThat(page.body()).contains("Device.Read.All: ", "App registration of the portal");

        Browser.Answer done = save(page, "granted=Device.Read.All&trustWorkload=true");

        assertThat(browser.get(done.next()).body()).contains("Saved.");
        assertThat(roles()).containsExactly("Device.Read.All");
    }

    @Test
    void aSecretExpiresAndACertificateIsAddedAtThePage() {
        Instant now = Instant.now();
        DemoCertificate certificate =
                DemoCertificate.of("portal", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)));

        save(
                browser.get(page()),
                "granted=Device.Read.All&secretExpired=true&"
                        + Browser.form(Map.of("certificate", certificate.certificatePem())));

        assertThat(token().get("error_codes").get(0).asInt()).isEqualTo(7_000_222);
        assertThat(save(browser.get(page()), "certificate=nothing").status()).isEqualTo(400);
    }

    @Test
    void whatIsSwitchedByHttpHoldsToo() {
        assertThat(browser.postJson(page().resolve("/demo/identity"), "{\"withdrawFromApp\":\"" + KEYS + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(roles()).doesNotContain(KEYS);

        assertThat(browser.postJson(page().resolve("/demo/identity"), "{\"grantToApp\":\"User.Read\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anOwnerConsentsForTheWholeTenantAndNobodyElseMay() {
        tenant.context().getBean(IdentitySwitches.class).withdrawFromApp(KEYS);
        tenant.context().getBean(IdentitySwitches.class).withdraw(KEYS);
        URI consent = page().resolve("/" + Contoso.TENANT_ID + "/adminconsent?client_id=" + tenant.clientId());

        flow.signIn("reader");
        assertThat(browser.get(consent).status()).isEqualTo(403);
        assertThat(browser.get(consent).body()).doesNotContain("Accept");

        Browser owner = new Browser();
        new CodeFlow(tenant, owner).signIn("owner");
        Browser.Answer page = owner.get(consent);
        assertThat(page.body()).contains("Permissions requested for your organization", KEYS);
        assertThat(owner.post(
                                consent.resolve(AdminConsentPage.PATH),
                                Browser.form(Map.of("_csrf", page.hidden("_csrf"), "client_id", tenant.clientId())))
                        .body())
                .contains("Granted");
        assertThat(roles()).contains(KEYS);
    }

    @Test
    void thePortalBesideItIsGivenACertificateThatProvesIt(@TempDir Path folder) throws Exception {
        try (DemoTenant other = provenBy("certificate", folder)) {
            Path file = other.certificateFile().orElseThrow();

            assertThat(Files.readString(file)).contains("BEGIN PRIVATE KEY", "BEGIN CERTIFICATE");
            assertThat(other.federatedTokenFile()).isEmpty();
        }
        try (DemoTenant other = provenBy("federated-token", folder)) {
            assertThat(Files.readString(other.federatedTokenFile().orElseThrow())
                            .split("\\."))
                    .hasSize(3);
            assertThat(other.certificateFile()).isEmpty();
        }
        assertThatExceptionOfType(DemoTenantNotStartedException.class)
                .isThrownBy(() -> provenBy("magic", folder))
                .withMessageContaining("has to be one of client-secret, certificate, federated-token");
    }

    private static DemoTenant provenBy(String proof, Path folder) {
        System.setProperty("demotenant.proof", proof);
        try {
            return DemoTenant.start(DemoTenantProperties.onAnyPort(), folder.resolve("demo-tenant.json"));
        } finally {
            System.clearProperty("demotenant.proof");
        }
    }

    private Browser.Answer save(Browser.Answer page, String form) {
        return browser.post(page(), Browser.form(Map.of("_csrf", page.hidden("_csrf"))) + "&" + form);
    }

    private List<String> roles() {
        return claims(token(), "access_token").get("roles").values().stream()
                .map(JsonNode::asString)
                .toList();
    }

    private JsonNode token() {
        return json(flow.token(
                Map.of("grant_type", "client_credentials", "scope", "https://graph.microsoft.com/.default")));
    }

    private static URI page() {
        return tenant.issuerUri().resolve(ApplicationPage.PATH);
    }
}
