package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.deviceoffboarding.PortalApplication;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/** The portal behind a proxy with TLS, over real HTTP. */
@SpringBootTest(
        classes = PortalApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "portal.public-url=https://portal.example",
            "vaadin.browserless=true", // else every class of every library is looked through
            "portal.tenant.issuer-uri=http://localhost:9/tenant/v2.0",
            "portal.tenant.client-id=portal",
            "portal.tenant.client-secret=not-a-secret",
            "portal.secret-key=" + PortalTest.SECRET_KEY,
            "spring.main.banner-mode=off"
        })
@ContextConfiguration(initializers = TestDatabase.class)
class PublicAddressTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @AfterAll
    static void close() {
        BROWSER.close();
    }

    @Test
    void theCookieOfASessionIsForThisHostAndHttpsOnlyThoughTheProxySpeaksPlainHttpToThePortal() throws Exception {
        HttpResponse<String> answer = get("/devices", "X-Forwarded-Host", "portal.example", "Accept", "text/html");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-PORTALSESSION=")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("https://portal.example/oauth2/authorization/tenant");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void whatTheProxySaysOfTheAddressDoesNotChangeIt() throws Exception {
        HttpResponse<String> answer = get(
                "/devices",
                "X-Forwarded-Host",
                "PORTAL.example:8443",
                "X-Forwarded-Proto",
                "http",
                "X-Forwarded-Port",
                "99");

        assertThat(answer.headers().firstValue("Location"))
                .hasValue("https://portal.example/oauth2/authorization/tenant");
    }

    @Test
    void anotherNameIsAnsweredWithAPlain421AndNoSession() throws Exception {
        for (HttpResponse<String> answer : new HttpResponse[] {
            get("/devices"), get("/signed-out", "X-Forwarded-Host", "evil.example"), get("/actuator/healthy")
        }) {
            assertThat(answer.statusCode()).isEqualTo(421);
            assertThat(answer.body()).isEqualToIgnoringNewLines("The portal does not answer by this name.");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void healthIsAnsweredByEveryName() throws Exception {
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "https://portal.example, '', __Host-PORTALSESSION",
        "https://portal.example/, '', __Host-PORTALSESSION",
        "https://intranet.example/devices/, '', __Secure-PORTALSESSION",
        "https://intranet.example, /devices, __Secure-PORTALSESSION",
        "http://localhost:8080, '', PORTALSESSION",
        "'', '', PORTALSESSION"
    })
    void theNameOfTheCookieGoesByTheAddress(String url, String contextPath, String name) {
        assertThat(new PublicAddress(url).cookieName(contextPath)).isEqualTo(name);
    }

    @Test
    void withNoneSetEveryNameIsAnswered() {
        assertThat(new PublicAddress(" ").isSet()).isFalse();
        assertThat(new PublicAddress("https://portal.example:8443/x").origin())
                .isEqualTo("https://portal.example:8443");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return BROWSER.send(request.build(), BodyHandlers.ofString());
    }
}
