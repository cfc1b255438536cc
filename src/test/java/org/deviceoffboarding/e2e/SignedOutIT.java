package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What open pages show once the tenant says that a person may no longer do something, or is no longer there. */
@EndToEnd
class SignedOutIT {

    private static final String ASK = "Ask to disable 11 devices";
    private static final String REASON = "They left Intune, ticket 4712";

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @AfterEach
    void everybodyHasTheirRole(Visitors visitors) {
        visitors.portal().people().asUsual();
    }

    @Test
    void aRoleThatIsTakenAwayTakesTheDialogThatIsOpenAndItsButtonWithIt(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        aboutToAsk(operator);
        visitors.portal().people().endRole(Person.OPERATOR);

        operator.button(ASK).click();

        assertThat(operator.page().getByText("You have no role in this portal")).isVisible();
        assertThat(operator.button(ASK)).isHidden();
        Visitor owner = visitors.signIn(Person.OWNER);
        owner.open("/approvals");
        assertThat(owner.page().getByText("ticket 4712")).isHidden();
    }

    @Test
    void whileTheTenantIsAwayNothingIsAskedForAndTheDialogGoesOnOnceItIsBack(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        aboutToAsk(operator);
        visitors.portal().people().beAway();

        operator.button(ASK).click();

        assertThat(operator.page().getByText("the portal can't tell whether you still have your role"))
                .isVisible();
        assertThat(operator.page().getByLabel("Reason")).hasValue(REASON);
        visitors.portal().people().asUsual();
        operator.button(ASK).click();
        assertThat(operator.button(ASK)).isHidden();
        operator.open("/approvals");
        operator.page()
                .locator("vaadin-grid")
                .getByText("Disable 11 devices", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        operator.button("Withdraw…").click();
        operator.button("Withdraw request").click();
        assertThat(operator.page().getByText("Withdrawn").first()).isVisible();
    }

    @Test
    void whoIsSignedOutByTheTenantSeesSoOnTheOpenPageAtOnce(Visitors visitors) {
        Visitor auditor = visitors.signIn(Person.AUDITOR);
        auditor.open("/devices");

        visitors.portal().people().signOut(Person.AUDITOR);

        assertThat(auditor.heading()).hasText("You were signed out by your tenant");
        auditor.page().goBack();
        assertThat(auditor.page().locator("vaadin-grid")).isHidden();
    }

    @Test
    void signingOutAtTheTenantInAnotherTabReachesThePortalThroughAFrame(Visitors visitors) {
        Visitor reader = visitors.signIn(Person.READER);
        reader.open("/devices");
        Page elsewhere = reader.context().newPage();
        elsewhere.navigate(visitors.portal().tenantUrl() + "/");

        elsewhere.getByText("Sign out").click();

        assertThat(elsewhere.getByText("You have signed out")).isVisible();
        assertThat(reader.heading()).hasText("You were signed out by your tenant");
    }

    private static void aboutToAsk(Visitor operator) {
        operator.open("/suggestions");
        operator.link("Remove iOS/iPadOS corporate devices").first().click();
        operator.button("Disable 11 devices…").click();
        operator.page().getByLabel("Reason").fill(REASON);
    }
}
