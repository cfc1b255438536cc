package org.deviceoffboarding.demotenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.json;

import java.net.URI;
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
    void aForeignPageRefusesNobody() {
        String token = refreshToken("owner");

        assertThat(browser.post(page(""), "account=app&why=REVOKED").status()).isEqualTo(403);

        assertThat(flow.refresh(token).status()).isEqualTo(200);
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
