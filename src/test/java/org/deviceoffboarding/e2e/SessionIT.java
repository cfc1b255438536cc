package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door: sessions, their cookies, the headers of pages, and the way out. */
@EndToEnd
class SessionIT {

    private static final String SESSION = "PORTALSESSION";

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @Test
    void whoSignsOutIsToldSoAndTheWayBackShowsNothing(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        reader.open("/devices");
        reader.table().eventually(table -> assertThat(table.rows()).isNotEmpty());

        reader.page()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions().setName("Signed in as " + Person.READER.displayName()))
                .click();
        reader.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();

        assertThat(reader.heading()).hasText("You have signed out");
        reader.page().goBack();
        reader.page().waitForLoadState();
        assertThat(reader.page().locator("vaadin-grid")).isHidden();
        reader.page().navigate(visitors.portal().url() + "/devices");
        assertThat(reader.heading()).hasText("Pick who you are");
    }

    @Test
    void aSessionFromBeforeTheSignInIsWorthNothingAfterIt(Visitors visitors) {
        Visitor reader = visitors.newcomer();
        reader.page().navigate(visitors.portal().url());
        String before = session(reader).value;

        reader.signIn(Person.READER);

        assertThat(session(reader).value).isNotEqualTo(before);
        Visitor thief = visitors.newcomer();
        thief.context()
                .addCookies(List.of(
                        new Cookie(SESSION, before).setUrl(visitors.portal().url())));
        thief.page().navigate(visitors.portal().url());
        assertThat(thief.heading()).hasText("Pick who you are");
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);

        Cookie session = session(reader);

        assertThat(session.httpOnly).isTrue();
        assertThat(session.sameSite).isIn(SameSiteAttribute.LAX, SameSiteAttribute.STRICT);
        assertThat((String) reader.page().evaluate("document.cookie")).doesNotContain(session.value);
    }

    @Test
    void pagesRunOnlyTheirOwnScriptsAndStandInNoFrame(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);

        Response page = reader.open("/devices");
        Map<String, String> policy = directives(page);

        assertThat(policy.get("script-src"))
                .matches("'self' 'nonce-[A-Za-z0-9+/=]{16,}'")
                .isNotEqualTo(directives(reader.open("/devices")).get("script-src"));
        assertThat(policy).containsEntry("frame-ancestors", "'none'").containsEntry("object-src", "'none'");
        assertThat(page.headerValue("x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.headerValue("x-frame-options")).isEqualTo("DENY");
        assertThat(page.headerValue("cache-control")).contains("no-store");
    }

    private static Cookie session(Visitor visitor) {
        return visitor.context().cookies().stream()
                .filter(cookie -> cookie.name.equals(SESSION))
                .findFirst()
                .orElseThrow();
    }

    /** What is searched for after every class of these tests. */
    @Test
    void everySecretOfASignInIsKnownToTheSearch(Visitors visitors) {
        visitors.signIn(Person.READER).open("/devices");

        assertThat(visitors.portal().kindsOfSecrets())
                .contains(
                        "access token",
                        "authorization code",
                        "client secret",
                        "code verifier",
                        "csrf token",
                        "database password",
                        "id token",
                        "nonce",
                        "page token",
                        "refresh token",
                        "secret key",
                        "session cookie",
                        "state");
    }

    private static Map<String, String> directives(Response page) {
        return Arrays.stream(page.headerValue("content-security-policy").split(";"))
                .map(directive -> directive.strip().split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
