package org.deviceoffboarding.demotenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.json;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.identity.refusal.SignInFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Refusals on purpose, switched at the page and by HTTP. */
class SwitchesPageTest {

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
        tenant.context().getBean(FaultSwitches.class).clear();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalHasEntrasFormAndNamesItsNumber(SignInFault fault) {
        String token = refreshToken("owner");
        String other = refreshToken("approver");

        switchBy("{\"refuse\":{\"account\":\"owner@contoso.example\",\"fault\":\"" + fault + "\"}}");

        Browser.Answer answer = flow.refresh(token);
        JsonNode body = json(answer);
        assertThat(answer.status()).isIn(400, 401);
        assertThat(body.get("error").asString()).isEqualTo(fault.error());
        assertThat(body.get("error_description").asString())
                .contains(
                        body.get("trace_id").asString(),
                        body.get("correlation_id").asString());
        if (fault.code().startsWith("AADSTS")) {
            assertThat("AADSTS" + body.get("error_codes").get(0).asInt()).isEqualTo(fault.code());
        }
        assertThat(flow.refresh(other).status()).isEqualTo(200);

        switchBy("{\"accept\":\"owner@contoso.example\"}");
        assertThat(flow.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void aRefusalOfTheApplicationStrikesEverybody() {
        String token = refreshToken("approver");

        switchBy("{\"refuse\":{\"account\":\"app\",\"fault\":\"CLIENT_SECRET_EXPIRED\"}}");

        assertThat(flow.refresh(token).status()).isEqualTo(401);
        assertThat(json(flow.refresh(token)).get("error").asString()).isEqualTo("invalid_client");
        switchBy("{\"accept\":\"app\"}");
        assertThat(flow.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void theClockIsAheadInAnswersAndIdTokensOnly() {
        switchBy("{\"clockAheadSeconds\":600}");

        Browser.Answer answer = flow.refresh(refreshToken("owner"));

        long now = System.currentTimeMillis() / 1000;
        assertThat(CodeFlow.claims(json(answer), "id_token").get("iat").asLong() - now)
                .isBetween(590L, 610L);
        assertThat(CodeFlow.claims(json(answer), "access_token").get("iat").asLong() - now)
                .isBetween(-10L, 10L);
    }

    @Test
    void somebodyIsRefusedAtThePageAndAcceptedAgain() {
        String token = refreshToken("owner");
        Browser.Answer page = browser.get(page(""));
        assertThat(page.body())
                .contains("owner@contoso.example", "the portal itself", "(AADSTS50173)", "Graph: no intune");

        Browser.Answer done = browser.post(
                page(""),
                Browser.form(Map.of(
                        "_csrf", page.hidden("_csrf"), "account", "owner@contoso.example", "why", "ACCOUNT_DISABLED")));

        assertThat(browser.get(done.next()).body()).contains("That account is refused from now on.");
        assertThat(json(flow.refresh(token)).get("error_description").asString())
                .startsWith("AADSTS50057: ");
        browser.post(
                page("/accept"),
                Browser.form(Map.of("_csrf", browser.get(page("")).hidden("_csrf"))));
        assertThat(flow.refresh(token).status()).isEqualTo(200);
    }

    @Test
    void whatGraphRefusesOneAccountIsSwitchedAtThePageToo() {
        Browser.Answer page = browser.get(page(""));

        browser.post(
                page(""),
                Browser.form(Map.of(
                        "_csrf", page.hidden("_csrf"), "account", "owner@contoso.example", "why", "GRAPH_NO_INTUNE")));

        URI devices = page("").resolve("/v1.0/deviceManagement/managedDevices?$top=1");
        assertThat(browser.get(devices, accessToken("owner")).body()).contains("not applicable to target tenant");
        assertThat(browser.get(devices, accessToken("approver")).body())
                .doesNotContain("not applicable to target tenant");
    }

    @Test
    void permissionsAreWithdrawnAndGrantedAndThePageSaysWhichAre() {
        press("/permissions", Map.of("permission", "Device.Read.All", "what", "withdraw"));

        assertThat(scopes("owner")).doesNotContain("Device.Read.All");
        assertThat(browser.get(page("")).body()).contains("Now: withdrawn: Device.Read.All");

        press("/permissions", Map.of("permission", "Device.Read.All", "what", "grant"));
        assertThat(scopes("owner")).contains("Device.Read.All");
    }

    @Test
    void rolesAreEndedAndGivenBack() {
        press("/roles", Map.of("account", "owner@contoso.example", "what", "end-entra"));
        press("/roles", Map.of("account", "owner@contoso.example", "what", "end-app"));

        JsonNode tokens = new CodeFlow(tenant, new Browser()).agentTokens("owner");
        assertThat(CodeFlow.claims(tokens, "access_token").get("wids")).hasSize(1);
        assertThat(CodeFlow.claims(tokens, "id_token").has("roles")).isFalse();
        assertThat(browser.get(page("")).body())
                .contains("without roles in Entra: owner@contoso.example; without an app role: owner@contoso.example");

        press("/roles", Map.of("account", "owner@contoso.example", "what", "give-entra"));
        press("/roles", Map.of("account", "owner@contoso.example", "what", "give-app"));
        tokens = new CodeFlow(tenant, new Browser()).agentTokens("owner");
        assertThat(CodeFlow.claims(tokens, "access_token").get("wids").size()).isGreaterThan(1);
        assertThat(CodeFlow.claims(tokens, "id_token").has("roles")).isTrue();
    }

    @Test
    void aDeviceIsRestrictedAndFreedAgain() {
        URI devices = page("").resolve("/v1.0/devices");
        String id = json(browser.get(URI.create(devices + "?$top=1&$select=id"), accessToken("owner")))
                .get("value")
                .get(0)
                .get("id")
                .asString();
        URI device = URI.create(devices + "/" + id + "?$select=isManagementRestricted");

        press("/restricted", Map.of("device", id, "what", "restrict"));
        assertThat(json(browser.get(device, accessToken("owner")))
                        .get("isManagementRestricted")
                        .asBoolean())
                .isTrue();
        assertThat(browser.get(page("")).body()).contains("Now: restricted: " + id);

        press("/restricted", Map.of("device", "", "what", "free"));
        assertThat(json(browser.get(device, accessToken("owner")))
                        .get("isManagementRestricted")
                        .asBoolean(false))
                .isFalse();
    }

    @Test
    void tokensExpireAndAreRevokedAndTheClockAndTheProviderComeBack() {
        String token = refreshToken("owner");
        press("/tokens", Map.of("what", "expire"));
        assertThat(json(flow.refresh(token)).get("error_description").asString())
                .startsWith("AADSTS700082: ");

        token = refreshToken("owner");
        press("/tokens", Map.of("what", "revoke"));
        assertThat(json(flow.refresh(token)).get("error_description").asString())
                .startsWith("AADSTS50173: ");

        token = refreshToken("owner");
        press("/tokens", Map.of("what", "away"));
        assertThat(flow.refresh(token).status()).isEqualTo(503);
        press("/tokens", Map.of("what", "clock"));
        assertThat(browser.get(page("")).body()).contains("Now: the clock is wrong; the provider is away");
        press("/tokens", Map.of("what", "away"));
        press("/tokens", Map.of("what", "clock"));
        assertThat(flow.refresh(token).status()).isEqualTo(200);
        assertThat(browser.get(page("")).body()).doesNotContain("Now: ");
    }

    @Test
    void whatIsNoSwitchIsRefused() {
        for (String group : List.of("/permissions", "/roles", "/restricted", "/tokens")) {
            assertThat(post(
                                    group,
                                    Map.of(
                                            "what", "nonsense",
                                            "permission", "Device.Read.All",
                                            "account", "owner@contoso.example"))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(post("/permissions", Map.of("what", "withdraw", "permission", "Everything.All"))
                        .status())
                .isEqualTo(400);
        assertThat(post("/restricted", Map.of("what", "restrict", "device", "../users"))
                        .status())
                .isEqualTo(400);
        assertThat(post("/roles", Map.of("what", "end-app", "account", "nobody@contoso.example"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aChallengeIsMetByASignInThatAsksForItsClaimsAndByNoOther() {
        String token = refreshToken("owner");
        switchBy("{\"refuse\":{\"account\":\"owner@contoso.example\",\"fault\":\"SECOND_FACTOR_CHALLENGE\"}}");
        String claims = json(flow.refresh(token)).get("claims").asString();

        assertThat(json(new CodeFlow(tenant, new Browser()).exchange("owner", Map.of()))
                        .get("claims")
                        .asString())
                .isEqualTo(claims);
        assertThat(json(new CodeFlow(tenant, new Browser()).exchange("owner", Map.of("claims", "{}")))
                        .has("access_token"))
                .isFalse();
        JsonNode met = json(new CodeFlow(tenant, new Browser()).exchange("owner", Map.of("claims", claims)));
        assertThat(flow.refresh(met.get("refresh_token").asString()).status()).isEqualTo(200);
        assertThat(flow.refresh(token).status()).isEqualTo(400);
    }

    @Test
    void whoeverDoesNotProveToBeThePortalIsToldSoWhateverTheyAskWith() {
        String known = refreshToken("owner");
        switchBy("{\"refuse\":{\"account\":\"owner@contoso.example\",\"fault\":\"REVOKED\"}}");

        for (String token : List.of("unknown", known)) {
            Browser.Answer answer =
                    flow.token(Map.of("grant_type", "refresh_token", "refresh_token", token), "not the secret");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(json(answer).get("error_codes").get(0).asInt()).isEqualTo(7000215);
        }
        assertThat(json(flow.refresh("unknown")).get("error_codes").get(0).asInt())
                .isEqualTo(50173);
    }

    @Test
    void aForeignPageRefusesNobody() {
        String token = refreshToken("owner");

        assertThat(browser.post(page(""), "account=app&why=REVOKED").status()).isEqualTo(403);

        assertThat(flow.refresh(token).status()).isEqualTo(200);
    }

    private void press(String group, Map<String, String> fields) {
        Browser.Answer done = post(group, fields);

        assertThat(browser.get(done.next()).body()).contains("That is so from now on.");
    }

    private Browser.Answer post(String group, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", browser.get(page("")).hidden("_csrf"));
        return browser.post(page(group), Browser.form(all));
    }

    private String scopes(String person) {
        JsonNode tokens = new CodeFlow(tenant, new Browser()).agentTokens(person);
        return CodeFlow.claims(tokens, "access_token").get("scp").asString();
    }

    private void switchBy(String json) {
        assertThat(browser.postJson(page("").resolve("/demo/identity"), json).status())
                .isEqualTo(200);
    }

    private String refreshToken(String person) {
        return new CodeFlow(tenant, new Browser())
                .agentTokens(person)
                .get("refresh_token")
                .asString();
    }

    private String accessToken(String person) {
        return new CodeFlow(tenant, new Browser())
                .agentTokens(person)
                .get("access_token")
                .asString();
    }

    private static URI page(String more) {
        return tenant.issuerUri().resolve("/demo/switches" + more);
    }
}
