package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** What people do to have the eleven iPads of the demo tenant disabled. */
final class RequestSteps {

    /** What the request is called. */
    static final String REQUEST = "Disable 11 devices";

    /** The words on the button that approves it. */
    static final String APPROVE = "Approve and disable 11 devices";

    private RequestSteps() {}

    /** Asks for it, from the suggestion. */
    static void ask(Visitor operator) {
        operator.goTo("/suggestions");
        operator.link("Remove iOS/iPadOS corporate devices").first().click();
        assertThat(operator.section("Factors")).isVisible();
        operator.button("Disable 11 devices…").click();
        operator.page().getByLabel("Reason").fill("They left Intune, ticket 4711");
        operator.button("Ask to disable 11 devices").click();
        assertThat(operator.button("Ask to disable 11 devices")).isHidden();
    }

    /** Opens the newest one, from the list of approvals. */
    static void open(Visitor visitor) {
        visitor.goTo("/approvals");
        visitor.page()
                .locator("vaadin-grid")
                .getByText(REQUEST, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(visitor.heading()).containsText(REQUEST);
    }

    /** Opens it as somebody who has lent the portal their sign-in for actions, or lends it now. */
    static void openToDecide(Visitor approver) {
        open(approver);
        if (approver.button("Sign in for actions").isVisible()) {
            approver.button("Sign in for actions").click();
            approver.button("Accept").click();
            assertThat(approver.heading()).containsText(REQUEST);
        }
    }

    /** Opens the dialog that approves it. */
    static void beginApproving(Visitor approver) {
        approver.button("Approve…").click();
        assertThat(approver.button(APPROVE)).isVisible();
    }
}
