package org.deviceoffboarding.demotenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.claims;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.json;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.DirectoryRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.JsonNode;

class TokensTest {

    private static final Map<String, String> APP_ONLY =
            Map.of("grant_type", "client_credentials", "scope", "https://graph.microsoft.com/.default");

    private static final DemoTenant tenant = DemoTenant.start(DemoTenantProperties.onAnyPort());

    private final Browser browser = new Browser();
    private final CodeFlow flow = new CodeFlow(tenant, browser);
    private final IdentitySwitches switches = tenant.context().getBean(IdentitySwitches.class);
    private final JwtDecoder decoder = tenant.context().getBean(JwtDecoder.class);

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @AfterEach
    void turnSwitchesBack() {
        switches.reset();
    }

    @Test
    void anAccessTokenSaysWhoMayDoWhat() {
        var token = decoder.decode(flow.signIn("owner").get("access_token").asString());

        assertThat(token.getAudience()).containsExactly("https://graph.microsoft.com");
        assertThat(token.getClaimAsString("idtyp")).isEqualTo("user");
        assertThat(token.getClaimAsString("upn")).isEqualTo("owner@contoso.example");
        assertThat(token.getClaimAsString("appid")).isEqualTo(tenant.clientId());
        assertThat(token.getClaimAsString("scp")).isEqualTo("User.Read");
        assertThat(token.getClaimAsStringList("wids"))
                .contains(DirectoryRole.INTUNE_ADMINISTRATOR.templateId(), DirectoryRole.GLOBAL_READER.templateId());
        assertThat(token.hasClaim("roles")).isFalse();
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).isEqualTo(Duration.ofMinutes(75));
    }

    @Test
    void aTokenForThePortalIsNoneForGraph() {
        String idToken = flow.signIn("owner").get("id_token").asString();

        assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder.decode(idToken));
    }

    @Test
    void aTokenOfAnotherTenantIsRefused() {
        try (var other = DemoTenant.start(DemoTenantProperties.onAnyPort())) {
            var foreign = json(new CodeFlow(other, browser).token(APP_ONLY));

            assertThatExceptionOfType(JwtException.class)
                    .isThrownBy(() -> decoder.decode(foreign.get("access_token").asString()));
        }
    }

    @Test
    void aRefreshTokenIsGivenOnlyForOfflineAccess() {
        assertThat(flow.signIn("owner").has("refresh_token")).isFalse();
        assertThat(flow.agentTokens("owner").has("refresh_token")).isTrue();
    }

    @Test
    void aRefreshRollsTheTokenAndLeavesTheOldOneValid() {
        String first = flow.agentTokens("owner").get("refresh_token").asString();

        JsonNode refreshed = json(flow.refresh(first));

        assertThat(refreshed.get("refresh_token").asString()).isNotEqualTo(first);
        assertThat(claims(refreshed, "access_token").get("scp").asString()).contains("Device.Read.All");
        assertThat(claims(refreshed, "id_token").get("roles").get(0).asString()).isEqualTo("Owner");
        assertThat(flow.refresh(first).status()).isEqualTo(200);
        assertThat(flow.refresh(refreshed.get("refresh_token").asString()).status())
                .isEqualTo(200);
    }

    @Test
    void anExpiredRefreshTokenIsAnInvalidGrant() {
        String refreshToken = flow.agentTokens("owner").get("refresh_token").asString();

        switches.expireRefreshTokens();

        var answer = flow.refresh(refreshToken);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(json(answer).get("error").asString()).isEqualTo("invalid_grant");
        assertThat(json(answer).get("error_description").asString()).contains("AADSTS700082", "expired");
        assertThat(flow.refresh(flow.agentTokens("owner").get("refresh_token").asString())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRevokedRefreshTokenIsAnInvalidGrant() {
        String refreshToken = flow.agentTokens("approver").get("refresh_token").asString();

        var switched = browser.postJson(demoIdentity(), "{\"refreshTokens\":\"REVOKE\"}");

        assertThat(switched.status()).isEqualTo(200);
        assertThat(json(flow.refresh(refreshToken)).get("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void theSwitchesTakeJsonOnly() {
        assertThat(browser.post(demoIdentity(), "refreshTokens=REVOKE").status())
                .isEqualTo(415);
    }

    @Test
    void accessTokensCanBeMadeToExpireSoon() {
        browser.postJson(demoIdentity(), "{\"accessTokenSeconds\":2}");

        var tokens = json(flow.token(APP_ONLY));

        assertThat(tokens.get("expires_in").asInt()).isLessThanOrEqualTo(2);
        assertThat(browser.postJson(demoIdentity(), "{\"accessTokenSeconds\":0}")
                        .body())
                .contains("from 1 second to 1 day");
    }

    @Test
    void anAppOnlyTokenHasRolesInsteadOfScopes() {
        JsonNode token = claims(json(flow.token(APP_ONLY)), "access_token");

        assertThat(token.get("idtyp").asString()).isEqualTo("app");
        assertThat(token.has("scp")).isFalse();
        assertThat(token.has("upn")).isFalse();
        assertThat(token.get("roles").values())
                .extracting(JsonNode::asString)
                .contains("Device.Read.All")
                .as("least: to read")
                .doesNotContain("Device.ReadWrite.All", "Directory.AccessAsUser.All");
    }

    @Test
    void anAppOnlyTokenIsAskedForAsAWhole() {
        var answer = flow.token(Map.of("grant_type", "client_credentials", "scope", "Device.Read.All"));

        assertThat(json(answer).get("error").asString()).isEqualTo("invalid_scope");
        assertThat(json(answer).get("error_codes").get(0).asInt()).isEqualTo(1002012);
    }

    @Test
    void aWrongClientSecretIsNamed() {
        var answer = flow.token(APP_ONLY, "wrong");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(json(answer).get("error").asString()).isEqualTo("invalid_client");
        assertThat(json(answer).get("error_description").asString()).contains("AADSTS7000215");
    }

    @Test
    void aCodeWorksOnceAndOnlyWithItsVerifier() {
        var reply = flow.pick(flow.authorize(flow.request(CodeFlow.SIGN_IN)), "reader");
        var withoutVerifier = flow.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                reply.parameters().get("code"),
                "redirect_uri",
                CodeFlow.REPLY_ADDRESS));

        assertThat(withoutVerifier.status()).isBetween(400, 401);
        assertThat(flow.tokens(reply).has("access_token")).isTrue();
        assertThat(flow.tokens(reply).get("error").asString()).isEqualTo("invalid_grant");
    }

    @Test
    void hostNamesThatAreNotOfThisMachineAreNotAnswered() throws IOException {
        try (var socket = new Socket("127.0.0.1", tenant.port())) {
            socket.getOutputStream()
                    .write("GET /sign-in HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Pick who you are");
        }
    }

    private static URI demoIdentity() {
        return tenant.issuerUri().resolve(IdentitySwitchesEndpoint.PATH);
    }
}
