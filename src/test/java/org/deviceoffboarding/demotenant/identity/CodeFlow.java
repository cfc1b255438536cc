package org.deviceoffboarding.demotenant.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deviceoffboarding.demotenant.DemoTenant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal's side of the authorization code flow with PKCE, step by step. */
class CodeFlow {

    static final String REPLY_ADDRESS = "http://localhost:8080/login/oauth2/code/tenant";
    static final String SIGN_IN = "openid profile email User.Read";
    static final String AGENT = "openid profile offline_access Device.Read.All DeviceManagementApps.Read.All";
    static final String NONCE = "a-nonce";

    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    private final DemoTenant tenant;
    private final Browser browser;

    CodeFlow(DemoTenant tenant, Browser browser) {
        this.tenant = tenant;
        this.browser = browser;
    }

    /** The request as the portal makes it; leave parameters out or change them to make a wrong one. */
    Map<String, String> request(String scope) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", tenant.clientId());
        parameters.put("redirect_uri", REPLY_ADDRESS);
        parameters.put("scope", scope);
        parameters.put("state", "a state & more");
        parameters.put("nonce", NONCE);
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    Browser.Answer authorize(Map<String, String> parameters) {
        return browser.get(endpoint("/oauth2/authorize?" + Browser.form(parameters)));
    }

    /** Clicks on a person, and returns what the request that asked for it is answered with. */
    Browser.Answer pick(Browser.Answer toSignIn, String person) {
        var page = browser.get(toSignIn.next());
        var answer = browser.post(
                toSignIn.next(),
                Browser.form(Map.of("person", person + "@contoso.example", "_csrf", page.hidden("_csrf"))));
        return browser.get(answer.next());
    }

    /** Agrees to everything that the consent page asks for. */
    Browser.Answer accept(Browser.Answer toConsent, String scope) {
        var page = browser.get(toConsent.next());
        var form = new StringBuilder(
                Browser.form(Map.of("client_id", page.hidden("client_id"), "state", page.hidden("state"))));
        for (String one : scope.split(" ")) {
            form.append("&scope=").append(one);
        }
        return browser.post(endpoint("/oauth2/authorize"), form.toString());
    }

    Browser.Answer cancel(Browser.Answer toConsent) {
        var page = browser.get(toConsent.next());
        return browser.post(
                toConsent.next().resolve("/consent/cancel"),
                Browser.form(Map.of("state", page.hidden("state"), "_csrf", page.hidden("_csrf"))));
    }

    /** Signs a person in for the portal's ordinary scopes. */
    JsonNode signIn(String person) {
        return tokens(reply(person, SIGN_IN));
    }

    /** Obtains what the agent needs, with the person's consent. */
    JsonNode agentTokens(String person) {
        return tokens(reply(person, AGENT));
    }

    /** Signs a person in for what the agent needs, with more in the request; returns what the token endpoint answers. */
    Browser.Answer exchange(String person, Map<String, String> more) {
        return token(reply(person, AGENT, more));
    }

    /** Answers whatever a person is asked, until the portal gets its reply. */
    Browser.Answer reply(String person, String scope) {
        return reply(person, scope, Map.of());
    }

    private Browser.Answer reply(String person, String scope, Map<String, String> more) {
        Map<String, String> parameters = request(scope);
        parameters.putAll(more);
        var answer = authorize(parameters);
        if (SignInPage.PATH.equals(answer.next().getPath())) {
            answer = pick(answer, person);
        }
        return ConsentPage.PATH.equals(answer.next().getPath()) ? accept(answer, scope) : answer;
    }

    JsonNode tokens(Browser.Answer reply) {
        return json(token(reply));
    }

    private Browser.Answer token(Browser.Answer reply) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                reply.parameters().get("code"),
                "redirect_uri",
                REPLY_ADDRESS,
                "code_verifier",
                VERIFIER));
    }

    Browser.Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    Browser.Answer token(Map<String, String> parameters) {
        return token(parameters, tenant.clientSecret());
    }

    Browser.Answer token(Map<String, String> parameters, String clientSecret) {
        var all = new LinkedHashMap<>(parameters);
        all.put("client_id", tenant.clientId());
        all.put("client_secret", clientSecret);
        return browser.post(endpoint("/oauth2/token"), Browser.form(all));
    }

    URI endpoint(String path) {
        return URI.create(tenant.issuerUri() + path);
    }

    static JsonNode json(Browser.Answer answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    static JsonNode claims(JsonNode tokens, String name) {
        String payload = tokens.get(name).asString().split("\\.")[1];
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(payload));
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
