package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An owner decides otherwise while a request waits, in front of the approver who has its dialog open. */
@EndToEnd
class NewDecisionsIT {

    private static final String REQUEST = "Disable 11 devices";

    private final List<String> wrong = new ArrayList<>();

    @Test
    void whoApprovesSeesWhatAnOwnerDecidedSinceAndItIsHeeded(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        AgentSteps.startFrom(owner);
        AgentSteps.mustShowResult(owner);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        ask(operator);
        Visitor approver = visitors.signIn(Person.APPROVER);
        openRequest(approver);
        approver.button("Sign in for actions").click();
        approver.button("Accept").click();
        assertThat(approver.heading()).containsText(REQUEST);
        Locator device =
                approver.page().locator("vaadin-grid a[href*='devices/']").first();
        String name = device.textContent();
        String id = device.getAttribute("href").replaceAll(".*/", "");
        approver.button("Approve…").click();
        assertThat(approver.button("Approve and disable 11 devices")).isVisible();

        instruct(owner, "Exclude devices with IDs [" + id + "]");
        approver.button("Approve and disable 11 devices").click();

        Locator dialog = approver.page().locator("vaadin-dialog");
        assertThat(dialog).containsText("1 of 11 devices is no longer flagged, such as " + name);
        assertThat(dialog).containsText("look again");
        approver.button("Cancel").click();
        assertThat(approver.page().locator(".recheck").first())
                .containsText("1 of 11 devices is no longer flagged by what is in force now");
        inspect(approver, "request-no-longer-flagged");
        approver.button("Approve…").click();
        assertThat(dialog).containsText("Still flagged, to disable: 10 devices");
        inspect(approver, "approve-dialog-no-longer-flagged");
        approver.button("Approve and disable 10 devices").click();

        assertThat(approver.section("Progress")).containsText("11 of 11 devices handled");
        assertThat(approver.page()
                        .getByText("It is no longer flagged. Custom instruction:")
                        .first())
                .isVisible();
        operator.goTo("/removed");
        assertThat(operator.table().size()).isEqualTo(10);
        assertThat(wrong).isEmpty();
    }

    private static void ask(Visitor operator) {
        operator.goTo("/suggestions");
        operator.link("Remove iOS/iPadOS corporate devices").first().click();
        assertThat(operator.section("Factors")).isVisible();
        operator.button("Disable 11 devices…").click();
        operator.page().getByLabel("Reason").fill("They left Intune, ticket 4711");
        operator.button("Ask to disable 11 devices").click();
        assertThat(operator.button("Ask to disable 11 devices")).isHidden();
    }

    private static void openRequest(Visitor approver) {
        approver.goTo("/approvals");
        approver.page()
                .locator("vaadin-grid")
                .getByText(REQUEST, new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(approver.heading()).containsText(REQUEST);
    }

    private static void instruct(Visitor owner, String text) {
        owner.goTo("/settings/instructions");
        owner.textBox("Custom instructions").fill(text);
        assertThat(owner.section("How they are understood")).containsText("Leaves out 1 of");
        owner.button("Save").click();
        assertThat(owner.page().getByText("Saved").first()).isVisible();
    }

    private void inspect(Visitor visitor, String name) {
        wrong.addAll(PageInspection.of(visitor, name));
    }
}
