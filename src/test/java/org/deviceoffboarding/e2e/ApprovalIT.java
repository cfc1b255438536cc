package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people take devices out of Entra, and bring them back: the other tests find them as they were. */
@EndToEnd
class ApprovalIT {

    private static final String REMOVED_IPADS = "Remove iOS/iPadOS corporate devices";

    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void aRunHasEnded(Visitors visitors) {
        AgentSteps.mustHaveRun(visitors);
    }

    @Test
    void whatOnePersonAsksForAnotherApprovesAndBothSeeItDoneAndUndone(Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        askToDisable(operator);
        Visitor approver = visitors.signIn(Person.APPROVER);
        Visitor reader = visitors.signIn(Person.READER);
        openSuggestion(reader);
        assertThat(reader.page().getByText("In request ").first()).isVisible();

        approve(approver, "Disable 11 devices");

        mustBeDone(approver);
        mustBeDone(operator); // whose page followed by itself
        mustSayThatAllAreDisabled(reader); // whose page followed, too
        inspect(reader, "suggestion-done");
        mustNotBeAskedForAgain(operator);
        inspect(operator, "request-done");
        operator.goTo("/removed");
        assertThat(operator.table().size()).isEqualTo(11);
        inspect(operator, "removed");
        operator.goTo("/audit");
        assertThat(operator.page().getByText("Approved: Disable 11 devices").first())
                .isVisible();

        undo(operator);
        approve(approver, "Re-enable 11 devices");
        mustBeDone(approver);
        operator.goTo("/removed");
        assertThat(operator.page().getByText("No device is disabled by this portal now"))
                .isVisible();
        inspect(operator, "removed-none");
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobodyApprovesTheirOwnRequest(Visitors visitors) {
        Visitor approver = visitors.signIn(Person.APPROVER);
        openSuggestion(approver);
        approver.button("Disable 11 devices…").click();
        ask(approver, "Ask to disable 11 devices");

        openRequest(approver, "Disable 11 devices");

        assertThat(approver.page().getByText("another approver").first()).isVisible();
        assertThat(approver.button("Approve…")).isHidden();
        approver.button("Withdraw…").click();
        approver.button("Withdraw request").click();
        assertThat(approver.page().getByText("Withdrawn").first()).isVisible();
    }

    private void askToDisable(Visitor operator) {
        openSuggestion(operator);
        operator.button("Disable 11 devices…").click();
        assertThat(operator.page().locator("vaadin-dialog").getByText("re-enable them at any time"))
                .isVisible();
        inspect(operator, "ask-dialog");
        ask(operator, "Ask to disable 11 devices");
        openRequest(operator, "Disable 11 devices");
        assertThat(operator.button("Approve…")).isHidden();
    }

    private void undo(Visitor operator) {
        openRequest(operator, "Disable 11 devices");
        operator.button("Ask to re-enable 11 devices…").click();
        ask(operator, "Ask to re-enable 11 devices");
    }

    private void approve(Visitor approver, String request) {
        openRequest(approver, request);
        if (approver.button("Sign in for actions").isVisible()) {
            inspect(approver, "request-waiting");
            approver.button("Sign in for actions").click();
            approver.button("Accept").click();
            assertThat(approver.heading()).containsText(request);
        }
        approver.button("Approve…").click();
        inspect(approver, "approve-dialog");
        approver.button("Approve and " + request.substring(0, 1).toLowerCase() + request.substring(1))
                .click();
    }

    private static void mustBeDone(Visitor visitor) {
        Locator progress = visitor.section("Progress");
        assertThat(progress).containsText("11 of 11 devices handled");
        assertThat(visitor.page().locator("h1").locator("..").getByText("Done")).isVisible();
        assertThat(progress).containsText("Verified");
    }

    /** Of a suggestion's page that was open all the time, and of the list of devices. */
    private static void mustSayThatAllAreDisabled(Visitor visitor) {
        assertThat(visitor.heading().locator("..")).containsText("11 of 11 disabled, grace until ");
        assertThat(visitor.heading().locator("..")).containsText("In progress");
        assertThat(visitor.page().getByText("Disabled here").first()).isVisible();
        assertThat(visitor.section("Factors")).containsText("Already disabled in Entra.");
        assertThat(visitor.section("Factors")).not().containsText("Users can reach corporate apps");
        assertThat(visitor.section("Recommended actions")).containsText("Done by this portal");
    }

    private static void mustNotBeAskedForAgain(Visitor operator) {
        openSuggestion(operator);
        assertThat(operator.page()
                        .getByRole(AriaRole.BUTTON)
                        .filter(new Locator.FilterOptions().setHasText("Disable 11")))
                .hasCount(0);
        operator.button("Select all that match").click();
        operator.button("Disable…").click();
        Locator dialog = operator.page().locator("vaadin-dialog");
        assertThat(dialog.getByText("This portal disabled it already, on ").first())
                .isVisible();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .click();
        operator.page().locator(".devices-in-suggestion a").first().click();
        assertThat(operator.page().getByText("Disabled by this portal").first()).isVisible();
    }

    private static void ask(Visitor visitor, String button) {
        visitor.page().getByLabel("Reason").fill("They left Intune, ticket 4711");
        visitor.button(button).click();
        assertThat(visitor.button(button)).isHidden();
    }

    private static void openSuggestion(Visitor visitor) {
        visitor.goTo("/suggestions");
        visitor.link(REMOVED_IPADS).first().click();
        assertThat(visitor.section("Factors")).isVisible();
    }

    /** Opens the newest request of that title. */
    private static void openRequest(Visitor visitor, String title) {
        visitor.goTo("/approvals");
        visitor.page()
                .locator("vaadin-grid")
                .getByText(title, exactly())
                .first()
                .click();
        assertThat(visitor.heading()).containsText(title);
    }

    private void inspect(Visitor visitor, String name) {
        wrong.addAll(PageInspection.of(visitor, name));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
