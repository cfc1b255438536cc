package org.deviceoffboarding.demotenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.claims;
import static org.deviceoffboarding.demotenant.identity.CodeFlow.json;

import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.identity.page.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SignInTest {

    private static final DemoTenant tenant = DemoTenant.start(DemoTenantProperties.onAnyPort());

    private final Browser browser = new Browser();
    private final CodeFlow flow = new CodeFlow(tenant, browser);

    @AfterAll
    static void stop() {
        tenant.close();
    }

    @Test
    void discoveryNamesTheEndpointsBelowTheIssuer() {
        JsonNode discovery = json(browser.get(flow.endpoint("/.well-known/openid-configuration")));

        assertThat(discovery.get("issuer").asString())
                .isEqualTo(tenant.issuerUri().toString());
        for (var endpoint : List.of(
                "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "end_session_endpoint", "jwks_uri")) {
            assertThat(discovery.get(endpoint).asString()).startsWith(tenant.issuerUri() + "/");
        }
        assertThat(discovery.get("code_challenge_methods_supported").toString()).contains("S256");
        URI keys = URI.create(discovery.get("jwks_uri").asString());
        assertThat(json(browser.get(keys)).get("keys").get(0).has("d")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"owner,Owner", "operator,Operator", "approver,Approver", "auditor,Auditor", "reader,Reader"})
    void oneClickSignsAPersonInWithTheirRole(String person, String role) {
        JsonNode idToken = claims(flow.signIn(person), "id_token");

        assertThat(idToken.get("roles").values()).extracting(JsonNode::asString).containsExactly(role);
        assertThat(idToken.get("preferred_username").asString()).isEqualTo(person + "@contoso.example");
        assertThat(idToken.get("nonce").asString()).isEqualTo(CodeFlow.NONCE);
        assertThat(idToken.get("tid").asString()).isEqualTo(Contoso.TENANT_ID);
        assertThat(idToken.get("iss").asString()).isEqualTo(tenant.issuerUri().toString());
        assertThat(idToken.get("sub").asString())
                .isNotEqualTo(idToken.get("oid").asString());
    }

    @Test
    void aPersonWithoutARoleHasNoRolesClaimAtAll() {
        assertThat(claims(flow.signIn("guest"), "id_token").has("roles")).isFalse();
    }

    @Test
    void thePersonIsTheSameAtEverySignIn() {
        JsonNode first = claims(flow.signIn("reader"), "id_token");
        JsonNode second = claims(new CodeFlow(tenant, new Browser()).signIn("reader"), "id_token");

        assertThat(second.get("sub")).isEqualTo(first.get("sub"));
        assertThat(second.get("oid")).isEqualTo(first.get("oid"));
    }

    @Test
    void theReplyCarriesTheStateUnchanged() {
        var reply = flow.pick(flow.authorize(flow.request(CodeFlow.SIGN_IN)), "reader");

        assertThat(reply.next()).hasHost("localhost").hasPort(8080);
        assertThat(reply.parameters()).containsEntry("state", "a state & more");
    }

    @Test
    void userInfoKnowsNeitherRolesNorUserPrincipalName() {
        JsonNode tokens = flow.signIn("owner");

        JsonNode userInfo = json(browser.get(
                flow.endpoint("/userinfo"), tokens.get("access_token").asString()));

        assertThat(userInfo.propertyNames())
                .containsExactlyInAnyOrder("sub", "name", "family_name", "given_name", "email", "picture");
        assertThat(userInfo.get("sub")).isEqualTo(claims(tokens, "id_token").get("sub"));
    }

    @Test
    void aRequestWithoutPkceIsRefused() {
        Map<String, String> request = flow.request(CodeFlow.SIGN_IN);
        request.keySet().removeIf(name -> name.startsWith("code_challenge"));

        var reply = flow.authorize(request);

        assertThat(reply.parameters()).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/code",
                "http://localhost.evil.example/code",
                "http://localhost@evil.example/code",
                "http://localhost:8080/code#fragment",
                "javascript:alert(1)",
                "not an address"
            })
    void aReplyAddressElsewhereIsNeverRedirectedTo(String address) {
        flow.signIn("reader");
        Map<String, String> request = flow.request(CodeFlow.SIGN_IN);
        request.put("redirect_uri", address);

        var answer = flow.authorize(request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("has to be on this machine", "<h1>This request cannot be answered</h1>");
    }

    @Test
    void anyPortOfThisMachineIsAReplyAddress() {
        Map<String, String> request = flow.request(CodeFlow.SIGN_IN);
        request.put("redirect_uri", "http://127.0.0.1:9443/code");

        var reply = flow.pick(flow.authorize(request), "reader");

        assertThat(reply.next().toString()).startsWith("http://127.0.0.1:9443/code?code=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mail.Read", "Device.ReadWrite.All", "https://graph.microsoft.com/.default"})
    void aScopeThatNobodyCanBeAskedForIsRefused(String scope) {
        var reply = flow.authorize(flow.request("openid " + scope));

        assertThat(reply.parameters()).containsEntry("error", "invalid_scope");
        assertThat(reply.parameters().get("error_description")).contains(scope);
    }

    @Test
    void somebodySignedInIsAskedAgainWhereTheApplicationWantsThat() {
        flow.signIn("reader");
        Map<String, String> request = flow.request(CodeFlow.SIGN_IN);
        request.put("prompt", "select_account");

        var toSignIn = flow.authorize(request);
        JsonNode tokens = flow.tokens(flow.pick(toSignIn, "owner"));

        assertThat(toSignIn.next()).hasPath(SignInPage.PATH);
        assertThat(claims(tokens, "id_token").get("preferred_username").asString())
                .isEqualTo("owner@contoso.example");
        assertThat(flow.authorize(request).next()).hasPath(SignInPage.PATH);
    }

    @Test
    void aLoginHintHighlightsAPersonAndSignsNobodyIn() {
        Map<String, String> request = flow.request(CodeFlow.SIGN_IN);
        request.put("login_hint", "Approver@contoso.example");

        var page = browser.get(flow.authorize(request).next());

        assertThat(page.body()).contains("class=\"person asked\" name=\"person\" value=\"approver@contoso.example\"");
        assertThat(page.body()).containsOnlyOnce("person asked");
    }

    @Test
    void aSignInThatWasNotSentFromThePageIsRefused() {
        var answer = browser.post(tenant.issuerUri().resolve(SignInPage.PATH), "person=owner@contoso.example");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("<h1>This page was open for too long</h1>");
    }

    @Test
    void aNameThatNobodyHasIsRefusedWithASentence() {
        var toSignIn = flow.authorize(flow.request(CodeFlow.SIGN_IN));

        var page = flow.pick(toSignIn, "nobody");

        assertThat(page.body()).contains("Nobody in this tenant has that name.");
    }

    @Test
    void theSessionCookieIsNotThePortals() {
        flow.authorize(flow.request(CodeFlow.SIGN_IN));

        assertThat(browser.cookies().getCookieStore().getCookies())
                .filteredOn(HttpCookie::isHttpOnly)
                .extracting(HttpCookie::getName)
                .containsExactly("DEMOTENANTSESSION");
    }

    @Test
    void pagesLoadNothingFromOtherHosts() {
        var page = browser.get(tenant.issuerUri().resolve(SignInPage.PATH));

        assertThat(page.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'; style-src 'self'"));
        assertThat(page.body()).doesNotContain("<script", "style=", "https://");
        assertThat(browser.get(tenant.issuerUri().resolve(Page.STYLESHEET)).status())
                .isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionAndGoesBackToThePortal() {
        JsonNode tokens = flow.signIn("owner");
        String leave = Browser.form(Map.of(
                "id_token_hint", tokens.get("id_token").asString(),
                "post_logout_redirect_uri", "http://localhost:8080/",
                "state", "bye"));

        var answer = browser.get(flow.endpoint("/connect/logout?" + leave));

        assertThat(answer.next()).hasToString("http://localhost:8080/?state=bye");
        assertThat(flow.authorize(flow.request(CodeFlow.SIGN_IN)).next()).hasPath(SignInPage.PATH);
    }

    @Test
    void signingOutToAnotherHostIsRefused() {
        JsonNode tokens = flow.signIn("owner");
        String leave = Browser.form(Map.of(
                "id_token_hint",
                tokens.get("id_token").asString(),
                "post_logout_redirect_uri",
                "https://evil.example/"));

        assertThat(browser.get(flow.endpoint("/connect/logout?" + leave)).status())
                .isEqualTo(400);
    }
}
