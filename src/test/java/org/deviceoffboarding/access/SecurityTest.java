package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.deviceoffboarding.PortalTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PortalTest
class SecurityTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void whoIsNotSignedInIsSentToSignIn() {
        assertThat(mvc.get().uri("/devices"))
                .hasStatus(HttpStatus.FOUND)
                .redirectedUrl()
                .endsWith("/oauth2/authorization/tenant");
    }

    @Test
    void whileTheTenantCannotBeReachedAPageSaysSo() {
        assertThat(mvc.get().uri("/oauth2/authorization/tenant"))
                .hasRedirectedUrl("/sign-in-problem?reason=unreachable");

        assertThat(mvc.get().uri("/sign-in-problem?reason=unreachable"))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .bodyText()
                .contains("The sign-in service cannot be reached")
                .contains("PORTAL_TENANT_ISSUER_URI");
    }

    @Test
    void tryingAgainLeadsToThePageThatWasAskedForAndToNothingAskedForBesideIt() {
        var session = (MockHttpSession) mvc.get()
                .uri("/tasks?whose=ALL")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .getRequest()
                .getSession();
        assertThat(mvc.get().uri("/picture.png").accept("image/*").session(session))
                .hasStatus(HttpStatus.FOUND);

        assertThat(mvc.get()
                        .uri("/sign-in-problem?reason=unreachable")
                        .accept(MediaType.TEXT_HTML)
                        .session(session))
                .bodyText()
                .contains("href=\"/tasks?whose=ALL\"", "Try again");
    }

    @Test
    void aReasonThatIsMadeUpNeverReachesThePage() {
        assertThat(mvc.get().uri("/sign-in-problem?reason=<script>alert(1)</script>"))
                .bodyText()
                .contains("Sign-in did not work")
                .doesNotContain("<script>");
    }

    @Test
    void anAddressThatIsNotListedIsNotThereEvenForAnOwner() {
        assertThat(mvc.get().uri("/actuator/env").with(owner())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/no/such/page").with(owner())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void healthIsOpenAndSaysNoMoreThanUpOrDown() {
        assertThat(mvc.get().uri("/actuator/health/liveness"))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void everyAnswerForbidsFramesAndForeignHosts() {
        var answer = mvc.get().uri("/signed-out").exchange();

        assertThat(answer)
                .hasStatusOk()
                .headers()
                .hasValue("X-Frame-Options", "DENY")
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Referrer-Policy", "same-origin");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe-eval", "http:", "https:", "*");
    }

    @Test
    void whyASessionEndedIsSaidToWhoIsNotSignedInAnyMore() {
        assertThat(mvc.get().uri("/session-ended?reason=by_tenant"))
                .hasStatusOk()
                .bodyText()
                .contains("You were signed out by your tenant", "Sign in again");
        assertThat(mvc.get().uri("/session-ended?reason=<b>made up</b>"))
                .hasStatusOk()
                .bodyText()
                .contains("You are signed out")
                .doesNotContain("made up");
    }

    @Test
    void onlyTheTenantsSignOutAddressMayStandInAFrame() {
        assertThat(mvc.get().uri("/sign-out/front-channel?sid=unknown"))
                .hasStatusOk()
                .headers()
                .doesNotContainHeader("X-Frame-Options");
        assertThat(mvc.get().uri("/session-ended?reason=idle")).headers().hasValue("X-Frame-Options", "DENY");
    }

    private static RequestPostProcessor owner() {
        return SecurityMockMvcRequestPostProcessors.user("olivia").roles("OWNER");
    }
}
