package org.deviceoffboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Who begins a consent, and who comes back from one, with the demo tenant's own pages in between. */
@DemoPortal
class ConsentGateTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private final MockHttpSession session = new MockHttpSession();
    private final String name = "somebody-" + UUID.randomUUID();
    private @Nullable Actor person = new Actor(UUID.randomUUID().toString(), name);
    private List<String> roles = List.of();
    private @Nullable String from = "same-origin";

    @ParameterizedTest
    @ValueSource(strings = {"agent", "actions"})
    void whoMayIsLedToTheTenant(String consent) {
        roles = giver(consent);

        assertThat(begin(consent)).hasStatus(HttpStatus.FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "actions"})
    void whoMayNotReadsWhyAndIsOnRecordBeforeTheTenantIsAsked(String consent) {
        roles = List.of("READER");

        assertSays(begin(consent), HttpStatus.FORBIDDEN, "You may not do this", "has the app role");

        assertThat(refusals()).containsExactly("Was refused the page /oauth2/authorization/" + consent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "actions"})
    void nobodyIsToldToSignInFirst(String consent) {
        person = null;

        assertSays(begin(consent), HttpStatus.FORBIDDEN, "Sign in first", "nobody is in this browser");
        assertSays(get(back(consent)), HttpStatus.FORBIDDEN, "Sign in first", "Sign in");
        assertSays(get(back(consent) + "?code=c&state=s"), HttpStatus.FORBIDDEN, "Sign in first", "Sign in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "actions"})
    void aLinkFromElsewhereBeginsNothing(String consent) {
        roles = giver(consent);
        for (String elsewhere : new String[] {"cross-site", "same-site", "none", null}) {
            from = elsewhere;
            assertSays(begin(consent), HttpStatus.FORBIDDEN, "not begun in the portal", "Go back");
        }
        assertThat(refusals()).first().isEqualTo("Was refused the page /oauth2/authorization/" + consent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "actions"})
    void anAnswerThatNothingWaitsForIsNotUsed(String consent) {
        roles = giver(consent);

        for (String query : List.of("", "?code=c&state=s", "?error=access_denied", "?error=access_denied&state=s")) {
            assertSays(get(back(consent) + query), HttpStatus.CONFLICT, "Nothing waits for this answer", "Go back");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "actions"})
    void anAnswerIsUsedOnceHoweverOftenItIsOpened(String consent) {
        roles = giver(consent);
        String answer = answer(consent);

        assertThat(get(answer)).hasRedirectedUrl("http://localhost" + back(consent));
        assertThat(get(back(consent))).hasStatus(HttpStatus.FOUND);

        assertSays(get(back(consent)), HttpStatus.CONFLICT, "Nothing waits for this answer", "used already");
        assertSays(get(answer), HttpStatus.CONFLICT, "Nothing waits for this answer", "used already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "actions"})
    void anAnswerIsNotUsedForAnotherPersonThanWhoBegan(String consent) {
        roles = giver(consent);
        String answer = answer(consent);
        person = new Actor("another", name);

        assertSays(get(answer), HttpStatus.CONFLICT, "Nothing waits for this answer", "did not begin it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "actions"})
    void anotherPersonDoesNotGoOnWithWhatWasExchangedAlready(String consent) {
        roles = giver(consent);
        get(answer(consent));
        person = new Actor("another", name);

        assertSays(get(back(consent)), HttpStatus.CONFLICT, "Nothing waits for this answer", "did not begin it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "actions"})
    void anAnswerIsNotUsedOnceTheRoleIsGone(String consent) {
        roles = giver(consent);
        String answer = answer(consent);
        roles = List.of("READER");

        assertSays(get(answer), HttpStatus.FORBIDDEN, "You may not do this", "has the app role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "actions"})
    void theAnswerToOneConsentIsNotUsedForTheOther(String consent) {
        roles = List.of("READER", "OPERATOR", "OWNER");
        String answer = answer(consent);
        String other = back(consent.equals("agent") ? "actions" : "agent");

        assertSays(
                get(answer.replace(back(consent), other)),
                HttpStatus.CONFLICT,
                "Nothing waits for this answer",
                "Go back");
    }

    private static List<String> giver(String consent) {
        return List.of("READER", consent.equals("agent") ? "OWNER" : "OPERATOR");
    }

    private static String back(String consent) {
        return "/" + consent + "-consent";
    }

    /** Begins it, lets the tenant's owner give it, and returns the address that the tenant leads back to. */
    private String answer(String consent) {
        URI asked =
                URI.create(Objects.requireNonNull(begin(consent).getResponse().getRedirectedUrl()));
        URI back = new Visit(URI.create("http://localhost"), "owner").answer(asked);
        return back.getPath() + "?" + back.getRawQuery();
    }

    private MvcTestResult begin(String consent) {
        return get("/oauth2/authorization/" + consent);
    }

    private MvcTestResult get(String address) {
        var request = MockMvcTester.from(
                        context,
                        builder -> builder.apply(SecurityMockMvcConfigurers.springSecurity())
                                .build())
                .get()
                .uri(URI.create(address))
                .session(session);
        if (from != null) {
            request.header("Sec-Fetch-Site", from);
        }
        return request.with(
                        person == null
                                ? SecurityMockMvcRequestPostProcessors.anonymous()
                                : SecurityMockMvcRequestPostProcessors.authentication(As.signedIn(person, roles)))
                .exchange();
    }

    private List<String> refusals() {
        return jdbc.sql("select summary from audit_entry where actor_name = :name and action = 'access.refused'")
                .param("name", name)
                .query(String.class)
                .list();
    }

    private static void assertSays(MvcTestResult answer, HttpStatus status, String title, String text) {
        assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
        assertThat(answer).bodyText().contains("<h1>", title, text, "/styles/plain.css");
    }
}
