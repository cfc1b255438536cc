package org.deviceoffboarding.demotenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.identity.ledger.SecretLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecretLedgerTest {

    private static final String SETTING = "demotenant.secret-ledger";

    private final Path folder;

    SecretLedgerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void keepNone() {
        System.clearProperty(SETTING);
    }

    @Test
    void nothingIsWrittenDownUnlessATestAsksForIt() throws IOException {
        try (var tenant = DemoTenant.start(DemoTenantProperties.onAnyPort(), folder.resolve("state.json"))) {
            new CodeFlow(tenant, new Browser()).agentTokens("owner");

            assertThat(tenant.context().getBean(SecretLedger.class).isKept()).isFalse();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("state.json"));
        }
    }

    @Test
    void everySecretOfASignInIsWrittenDown() {
        try (var tenant = noting()) {
            Browser browser = new Browser();
            JsonNode tokens = new CodeFlow(tenant, browser).agentTokens("owner");

            assertThat(noted("client secret")).containsExactly(tenant.clientSecret());
            assertThat(noted("access token"))
                    .contains(tokens.get("access_token").asString());
            assertThat(noted("refresh token"))
                    .contains(tokens.get("refresh_token").asString());
            assertThat(noted("id token")).contains(tokens.get("id_token").asString());
            assertThat(noted("authorization code")).hasSize(1);
            assertThat(noted("code verifier")).hasSize(1);
            assertThat(noted("state")).contains("a state & more");
            assertThat(noted("nonce")).containsExactly(CodeFlow.NONCE);
            assertThat(noted("csrf token")).isNotEmpty();
            assertThat(noted("session cookie"))
                    .containsAll(browser.cookies().getCookieStore().getCookies().stream()
                            .map(cookie -> cookie.getValue())
                            .toList());
        }
    }

    @Test
    void whatARefreshHandsOutIsWrittenDownToo() {
        try (var tenant = noting()) {
            CodeFlow flow = new CodeFlow(tenant, new Browser());
            JsonNode refreshed = CodeFlow.json(
                    flow.refresh(flow.agentTokens("owner").get("refresh_token").asString()));

            assertThat(noted("access token"))
                    .contains(refreshed.get("access_token").asString());
            assertThat(noted("refresh token"))
                    .contains(refreshed.get("refresh_token").asString());
        }
    }

    @Test
    void aTenantThatIsStartedAgainGoesOnInTheSameLedgerWhichNobodyElseMayRead() throws IOException {
        noting().close();
        noting().close();

        assertThat(noted("client secret")).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger())))
                .isEqualTo("rw-------");
    }

    @Test
    void aLedgerThatCannotBeKeptIsSaid() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new SecretLedger(taken.resolve("ledger.jsonl").toString()))
                .withMessageContaining("cannot keep its ledger of secrets in " + taken);
    }

    private DemoTenant noting() {
        System.setProperty(SETTING, ledger().toString());
        return DemoTenant.start(DemoTenantProperties.onAnyPort());
    }

    private Path ledger() {
        return folder.resolve("ledger.jsonl");
    }

    private List<String> noted(String kind) {
        try (Stream<String> lines = Files.lines(ledger())) {
            return lines.map(JsonMapper.shared()::readTree)
                    .filter(entry -> entry.get("kind").asString().equals(kind))
                    .map(entry -> entry.get("secret").asString())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
