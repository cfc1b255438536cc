package org.deviceoffboarding.demotenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.AGENT;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.claims;

import java.util.Map;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConsentTest {

    private final DemoTenant tenant = DemoTenant.start(DemoTenantProperties.onAnyPort());
    private final Browser browser = new Browser();
    private final CodeFlow flow = new CodeFlow(tenant, browser);

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void whatIsMoreThanASignInIsAskedForInWords() {
        var toConsent = flow.pick(flow.authorize(flow.request(AGENT)), "owner");

        var page = browser.get(toConsent.next());

        assertThat(toConsent.next()).hasPath(ConsentPage.PATH);
        assertThat(page.body())
                .contains("Read all devices in Entra ID", "Device.Read.All", "owner@contoso.example")
                .contains("Accept", "Cancel");
    }

    @Test
    void acceptingGrantsTheScopes() {
        JsonNode accessToken = claims(flow.agentTokens("owner"), "access_token");

        assertThat(accessToken.get("scp").asString()).isEqualTo("Device.Read.All DeviceManagementApps.Read.All");
    }

    @Test
    void whatWasAcceptedIsNotAskedForAgainUnlessTheApplicationWantsThat() {
        flow.agentTokens("owner");
        Map<String, String> again = flow.request(AGENT);

        assertThat(flow.authorize(again).parameters()).containsKey("code");
        again.put("prompt", "consent");
        assertThat(flow.authorize(again).next()).hasPath(ConsentPage.PATH);
    }

    @Test
    void cancellingTellsTheApplicationAndGrantsNothing() {
        var reply = flow.cancel(flow.pick(flow.authorize(flow.request(AGENT)), "owner"));

        assertThat(reply.next().toString()).startsWith(CodeFlow.REPLY_ADDRESS + "?");
        assertThat(reply.parameters())
                .containsEntry("error", "access_denied")
                .containsEntry("state", "a state & more")
                .doesNotContainKey("code");
        assertThat(flow.authorize(flow.request(AGENT)).next()).hasPath(ConsentPage.PATH);
    }

    @Test
    void cancellingLeavesWhatWasAcceptedEarlier() {
        flow.agentTokens("owner");
        Map<String, String> again = flow.request(AGENT);
        again.put("prompt", "consent");

        flow.cancel(flow.authorize(again));

        assertThat(flow.authorize(flow.request(AGENT)).parameters()).containsKey("code");
    }

    @Test
    void aQuestionPutToSomeoneElseCannotBeAnswered() {
        var toConsent = flow.pick(flow.authorize(flow.request(AGENT)), "owner");
        var other = new Browser();
        new CodeFlow(tenant, other).signIn("reader");

        var answer = other.get(toConsent.next());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("was answered already, or is too old");
    }
}
