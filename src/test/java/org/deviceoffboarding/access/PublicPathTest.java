package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.deviceoffboarding.PortalApplication;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The portal at a path of a host that it shares with others, behind a proxy with TLS, over real HTTP. */
@SpringBootTest(
        classes = PortalApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "portal.public-url=https://portal.contoso.example/offboard",
            "server.servlet.context-path=/offboard", // as the start sets it by the address
            "server.tomcat.redirect-context-root=false", // likewise
            "vaadin.browserless=true", // else every class of every library is looked through
            "portal.tenant.issuer-uri=http://localhost:9/tenant/v2.0",
            "portal.tenant.client-id=portal",
            "portal.tenant.client-secret=not-a-secret",
            "portal.secret-key=" + PortalTest.SECRET_KEY,
            "spring.main.banner-mode=off"
        })
@ContextConfiguration(initializers = TestDatabase.class)
class PublicPathTest {

    private static final String OUTSIDE = "https://portal.contoso.example";

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/signed-out",
                "/session-ended?reason=idle",
                "/sign-in-problem?reason=cancelled",
                "/page-ended?of=anna",
                "/oauth2/authorization/agent"
            })
    void everyLinkOfAPlainPageStaysWithinThePortalAndLeadsSomewhere(String page) throws Exception {
        HttpResponse<String> answer = get("/offboard" + page);

        assertThat(LINK.matcher(answer.body()).results().map(MatchResult::group))
                .hasSize(3)
                .allSatisfy(link -> assertThat(link).startsWith("href=\"/offboard/"));
        for (MatchResult link : LINK.matcher(answer.body()).results().toList()) {
            assertThat(get(link.group(1)).statusCode()).isIn(200, 302);
        }
    }

    @Test
    void theCookieGoesToThePortalOnlyAndRedirectsStayWithinIt() throws Exception {
        HttpResponse<String> answer = get("/offboard/devices", "Accept", "text/html");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Secure-PORTALSESSION=")
                .contains("; Path=/offboard;", "; Secure", "; HttpOnly", "; SameSite=Lax");
        assertThat(location(answer)).isEqualTo(OUTSIDE + "/offboard/oauth2/authorization/tenant");
        assertThat(location(get("/offboard"))).isEqualTo(OUTSIDE + "/offboard/");
        assertThat(location(get("/offboard/oauth2/authorization/tenant")))
                .startsWith(OUTSIDE + "/offboard/sign-in-problem?reason=");
        assertThat(location(get("/offboard/login/oauth2/code/tenant?code=x&state=y")))
                .startsWith(OUTSIDE + "/offboard/sign-in-problem?reason=");
    }

    @Test
    void thePathThatAProxyNamesIsIgnored() throws Exception {
        HttpResponse<String> answer = get("/offboard/devices", "X-Forwarded-Prefix", "/elsewhere");

        assertThat(location(answer)).isEqualTo(OUTSIDE + "/offboard/oauth2/authorization/tenant");
        assertThat(get("/offboard/signed-out", "X-Forwarded-Prefix", "/elsewhere")
                        .body())
                .contains("href=\"/offboard/styles/plain.css\"")
                .doesNotContain("elsewhere");
    }

    @Test
    void healthAndTheTenantsSignOutAddressesAreUnderThePath() throws Exception {
        assertThat(get("/offboard/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(get("/offboard/sign-out/front-channel?sid=unknown").body()).contains("Signed out");
        HttpResponse<String> backChannel = BROWSER.send(
                to("/offboard/logout/connect/back-channel/tenant")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("logout_token=none"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(backChannel.statusCode()).isNotIn(302, 403, 404);
        assertThat(get("/signed-out").statusCode()).isEqualTo(404);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return BROWSER.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-Host", "portal.contoso.example");
    }
}
