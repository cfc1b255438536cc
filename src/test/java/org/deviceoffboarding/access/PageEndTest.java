package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

@PortalTest
class PageEndTest {

    private static final String PAGE = "http://localhost/approvals/42";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoIsSignedInNowIsSaidAndThePageCanBeLoadedAgain() {
        assertThat(mvc.get()
                        .uri(PageEnd.pathOf("anna", ""))
                        .header(HttpHeaders.REFERER, PAGE)
                        .with(ben()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Somebody else is signed in now",
                        "Ben is signed in",
                        "may not have been carried out: look at it before you do it again")
                .contains("href=\"/approvals/42\"", "Load it again as Ben");
    }

    @Test
    void thatNobodyIsSignedInIsSaid() {
        assertThat(mvc.get().uri(PageEnd.pathOf("anna", "")).header(HttpHeaders.REFERER, PAGE))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "You are no longer signed in",
                        "may not have been carried out: look at it before you do it again",
                        "href=\"/approvals/42\"");
    }

    @Test
    void whyThePagesSessionEndedIsSaid() {
        UUID session = UUID.randomUUID();
        jdbc.sql("""
                insert into portal_session
                    (id, person_id, person_name, issuer, subject, sid, roles, roles_read_at, started_at, used_at, ended_at, ended_by)
                values (:id, 'anna', 'Anna', 'https://tenant.example', 'anna', 's', '{}', now(), now(), now(), now(), 'REFUSED')
                """).param("id", session).update();

        assertThat(mvc.get().uri(PageEnd.pathOf("anna", session.toString())))
                .bodyText()
                .contains(
                        "Your tenant no longer accepts this sign-in",
                        "may not have been carried out: look at it before you do it again");
    }

    @Test
    void whileSomebodyElseSignsInItAsksAgainWhoThatIsAndNotForEver() {
        UUID session = UUID.randomUUID();
        jdbc.sql("""
                insert into portal_session
                    (id, person_id, person_name, issuer, subject, sid, roles, roles_read_at, started_at, used_at, ended_at, ended_by)
                values (:id, 'anna', 'Anna', 'https://tenant.example', 'anna', 's', '{}', now(), now(), now(), now(), 'REPLACED')
                """).param("id", session).update();
        String path = PageEnd.pathOf("anna", session.toString());

        assertThat(mvc.get().uri(path).header(HttpHeaders.REFERER, PAGE))
                .headers()
                .hasValue("Refresh", "1; url=" + path + "&asked=1&page=%2Fapprovals%2F42");
        assertThat(mvc.get().uri(path + "&asked=10"))
                .bodyText()
                .contains(
                        "Another sign-in in this browser",
                        "may not have been carried out: look at it before you do it again");
        assertThat(mvc.get().uri(path + "&asked=1").with(ben()))
                .bodyText()
                .contains("Somebody else is signed in now", "Ben is signed in");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost/page-ended?asked=1, /approvals/42, /approvals/42",
        "http://localhost/page-ended?asked=1, //evil.example, /",
        "http://localhost/page-ended?asked=1, https://evil.example, /",
        "http://localhost/page-ended?asked=1, /page-ended, /",
        "http://localhost/devices, /approvals/42, /",
        "https://evil.example/page-ended, /approvals/42, /"
    })
    void havingAskedAgainItKnowsThePageThatWasLeft(String referer, String told, String ledTo) {
        assertThat(mvc.get()
                        .uri(PageEnd.pathOf("ben", "") + "&asked=1&page=" + told)
                        .header(HttpHeaders.REFERER, referer)
                        .with(ben()))
                .hasRedirectedUrl(ledTo);
    }

    @Test
    void aPageThatIsToldAddsNoLineToTheAnswer() {
        assertThat(mvc.get()
                        .uri(PageEnd.pathOf("ben", ""))
                        .queryParam("asked", "1")
                        .queryParam("page", "/approvals\r\nX-Added: 1")
                        .header(HttpHeaders.REFERER, "http://localhost/page-ended?asked=1")
                        .with(ben()))
                .hasRedirectedUrl("/");
    }

    @Test
    void aPageGoesOnByItselfForItsOwnPersonWhoSignedInAnew() {
        assertThat(mvc.get()
                        .uri(PageEnd.pathOf("ben", ""))
                        .header(HttpHeaders.REFERER, PAGE)
                        .with(ben()))
                .hasRedirectedUrl("/approvals/42");
    }

    @Test
    void whoseSessionEndedGoesBackToThePageOnWhichTheirTextIsKept() {
        assertThat(mvc.get().uri("/session-ended?reason=idle").header(HttpHeaders.REFERER, PAGE))
                .bodyText()
                .contains("What you had typed is offered again on its page", "href=\"/approvals/42\"", "Sign in again");
        assertThat(mvc.get()
                        .uri("/session-ended?reason=idle")
                        .header(HttpHeaders.REFERER, "https://elsewhere.example/oauth2/authorization/agent"))
                .bodyText()
                .contains("href=\"/\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks?whose=ALL&text=a%20b",
                "/devices?owner=a|b",
                "/devices?name={x}^[y]`",
                "/audit?about=C:\\x",
                "/?welcome"
            })
    void whatStandsInThePagesAddressIsKeptAsTheBrowserHasIt(String page) {
        assertThat(mvc.get().uri(PageEnd.pathOf("anna", "")).header(HttpHeaders.REFERER, "http://localhost" + page))
                .bodyText()
                .contains("href=\"" + HtmlUtils.htmlEscape(page) + "\"");
        assertThat(mvc.get()
                        .uri(PageEnd.pathOf("ben", ""))
                        .header(HttpHeaders.REFERER, "http://localhost" + page)
                        .with(ben()))
                .headers()
                .hasValue(HttpHeaders.LOCATION, page);
    }

    @ParameterizedTest
    @CsvSource({
        "/tasks?whose=ALL, /tasks?whose=ALL",
        "//evil.example, /",
        "https://evil.example, /",
        "/session-ended?reason=idle, /",
        "/oauth2/authorization/agent, /",
        "/login/oauth2/code/agent, /"
    })
    void whoseSessionEndedIsLedToThePageThatTheyAskedFor(String told, String ledTo) {
        assertThat(mvc.get()
                        .uri("/session-ended?reason=idle&page={page}", told)
                        .header(HttpHeaders.REFERER, "http://localhost/"))
                .bodyText()
                .contains("href=\"" + ledTo + "\"");
    }

    @Test
    void underAPathOnlyPagesUnderItAreLedTo() {
        assertThat(mvc.get()
                        .uri("/offboard" + PageEnd.pathOf("ben", ""))
                        .contextPath("/offboard")
                        .header(HttpHeaders.REFERER, "http://localhost/offboard/approvals/42")
                        .with(ben()))
                .hasRedirectedUrl("/offboard/approvals/42");
        assertThat(mvc.get()
                        .uri("/offboard" + PageEnd.pathOf("anna", ""))
                        .contextPath("/offboard")
                        .header(HttpHeaders.REFERER, "http://localhost/payroll")
                        .with(ben()))
                .bodyText()
                .contains("href=\"/offboard/\"", "href=\"/offboard/styles/plain.css\"");
    }

    @ParameterizedTest
    @CsvSource({
        "https://elsewhere.example/oauth2/authorization/agent",
        "http://localhost//evil.example/x",
        "http://localhost/page-ended?of=anna",
        "http://localhost/session-ended",
        "javascript:alert(1)",
        "not an address"
    })
    void noOtherAddressIsLedTo(String referer) {
        assertThat(mvc.get()
                        .uri(PageEnd.pathOf("ben", ""))
                        .header(HttpHeaders.REFERER, referer)
                        .with(ben()))
                .hasRedirectedUrl("/");
    }

    private static RequestPostProcessor ben() {
        return SecurityMockMvcRequestPostProcessors.authentication(
                As.signedIn(new Actor("ben", "Ben"), List.of(Roles.READER)));
    }
}
