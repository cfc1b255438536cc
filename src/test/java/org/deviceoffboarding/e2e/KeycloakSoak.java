package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sessions and roles with a provider that is not Microsoft's, nor written for these tests: {@code ./portal soak keycloak}
 * unpacks it and runs this.
 */
class KeycloakSoak {

    private static Keycloak keycloak;
    private static KeycloakRealm realm;
    private static Portal portal;
    private static Chromium chromium;
    private Visitors visitors;

    @BeforeAll
    static void start() {
        keycloak = Keycloak.start();
        int port = Portal.freePort();
        realm = KeycloakRealm.create(keycloak, "http://localhost:" + port);
        portal = Portal.start(
                port,
                Map.of(
                        "PORTAL_TENANT_ISSUER_URI",
                        realm.issuer(),
                        "PORTAL_TENANT_CLIENT_ID",
                        KeycloakRealm.CLIENT,
                        "PORTAL_TENANT_CLIENT_SECRET",
                        KeycloakRealm.SECRET,
                        "PORTAL_TENANT_GRAPH_BASE_URL",
                        "http://localhost:1/v1.0",
                        "PORTAL_PUBLIC_URL",
                        "http://localhost:" + port));
        chromium = Chromium.launch(Chromium.find().orElseThrow());
    }

    @AfterAll
    static void end() {
        chromium.close();
        portal.close();
        realm.delete();
        keycloak.close();
    }

    @BeforeEach
    void nobodyIsThere() {
        visitors = new Visitors(chromium, portal);
    }

    @AfterEach
    void everybodyLeaves() {
        visitors.close();
    }

    @Test
    void peopleHaveTheRolesThatKeycloakNames() {
        Visitor owner = signIn(Person.OWNER);
        owner.open("/settings/thresholds");
        assertThat(owner.heading()).hasText("Thresholds");

        Visitor reader = signIn(Person.READER);
        reader.open("/settings/thresholds");
        assertThat(reader.page().getByText("You may not see this page")).isVisible();
    }

    @Test
    void aRoleThatIsTakenAwaySavesNothingAndTakesThePage() {
        Visitor owner = signIn(Person.OWNER);
        changeLookBack(owner, "41");
        realm.takeRole(Person.OWNER, "Owner");
        try {
            owner.button("Save").click();
            assertThat(owner.page().getByText("You have no role in this portal"))
                    .isVisible();
        } finally {
            realm.giveRole(Person.OWNER, "Owner");
        }
        assertLookBackIsNot("41");
    }

    @Test
    void whoIsSignedOutByAnAdministratorIsSoOnTheOpenPage() {
        Visitor reader = signIn(Person.READER);
        reader.open("/devices");

        realm.signOut(Person.READER);

        assertThat(reader.heading()).hasText("You were signed out by your tenant");
    }

    @Test
    void whoIsDisabledSavesNothing() {
        Visitor owner = signIn(Person.OWNER);
        changeLookBack(owner, "42");
        realm.enable(Person.OWNER, false);
        try {
            owner.button("Save").click();
            assertThat(owner.heading()).hasText("Your tenant no longer accepts this sign-in");
        } finally {
            realm.enable(Person.OWNER, true);
        }
        assertLookBackIsNot("42");
    }

    @Test
    void whileKeycloakIsAwayPeopleReadAndNobodySaves() {
        Visitor owner = signIn(Person.OWNER);
        changeLookBack(owner, "44");
        keycloak.stop();
        try {
            owner.button("Save").click();
            assertThat(owner.page().getByText("sign-in service cannot be reached"))
                    .isVisible();
            owner.open("/suggestions");
            assertThat(owner.heading()).hasText("Suggestions");
        } finally {
            keycloak.startAgain();
        }
        assertLookBackIsNot("44");
    }

    @Test
    void whoSignsOutOfThePortalIsAskedForThePasswordAgain() {
        Visitor reader = signIn(Person.READER);
        reader.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(Pattern.compile("Signed in as")))
                .click();
        reader.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        assertThat(reader.heading()).hasText("You have signed out");

        reader.page().navigate(portal.url());

        assertThat(reader.page().locator("#password")).isVisible();
    }

    private Visitor signIn(Person person) {
        Visitor visitor = visitors.newcomer();
        visitor.page().navigate(portal.url());
        visitor.page().locator("#username").fill(person.userPrincipalName());
        visitor.page().locator("#password").fill(KeycloakRealm.PASSWORD);
        visitor.page().locator("#kc-login").click();
        assertThat(visitor.heading()).isVisible();
        return visitor;
    }

    private static void changeLookBack(Visitor owner, String days) {
        owner.open("/settings/thresholds");
        owner.page().getByLabel("Look-back for removal events").fill(days);
        owner.page().keyboard().press("Tab");
    }

    private void assertLookBackIsNot(String days) {
        Visitor owner = signIn(Person.OWNER);
        owner.open("/settings/thresholds");
        assertThat(owner.page().getByLabel("Look-back for removal events"))
                .not()
                .hasValue(days);
    }
}
