package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What owners settle while others look on, each by going on with what the one before left: they renew the agent, give it another identity,
 * remove it and set it up again; name what is looked up before it counts, and again where it changed in between; and decide otherwise while
 * a request waits, in front of the approver who has its dialog open.
 */
@EndToEnd
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettledByOwnersIT {

    private static final String WOULD_FAIL = "The next run would fail by the custom instruction";

    @Test
    @Order(1)
    void itIsRenewedGivenAnotherIdentityRemovedAndSetUpAgainWhileOthersLookOn(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        AgentSteps.startFrom(owner);
        AgentSteps.mustShowResult(owner);
        Visitor reader = visitors.signIn(Person.READER);
        reader.goTo("/suggestions");
        Visitor deputy = visitors.signIn(Person.SECOND_OWNER);
        List<String> wrong = new ArrayList<>();

        owner.goTo("/settings");
        owner.button("Renew identity…").click();
        assertThat(dialog(owner)).containsText("No new consent is needed");
        wrong.addAll(PageInspection.of(owner, "renew-identity"));
        owner.button("Sign in as " + Person.OWNER.userPrincipalName()).click();
        assertThat(owner.page().getByText("was renewed: it lasts for 90 days after each run"))
                .isVisible();

        deputy.goTo("/settings");
        deputy.button("Choose another identity…").click();
        assertThat(dialog(deputy)).containsText(Person.SECOND_OWNER.userPrincipalName() + ", which is you");
        wrong.addAll(PageInspection.of(deputy, "choose-identity"));
        deputy.button("Sign in as " + Person.SECOND_OWNER.userPrincipalName()).click();
        deputy.button("Accept").click();
        assertThat(deputy.page()
                        .getByText("The agent runs as " + Person.SECOND_OWNER.userPrincipalName() + " from now on"))
                .isVisible();
        assertThat(owner.section("Identity")).containsText(Person.SECOND_OWNER.displayName());

        owner.button("Remove agent…").click();
        assertThat(dialog(owner)).containsText("What is deleted");
        wrong.addAll(PageInspection.of(owner, "remove-agent"));
        owner.page().getByLabel("to confirm").fill("remove");
        owner.button("Remove agent").click();
        assertThat(owner.heading()).hasText("Set up agent");
        wrong.addAll(PageInspection.of(owner, "settings-removed"));
        assertThat(reader.page().getByText("No agent is set up: it was removed").first())
                .isVisible();
        wrong.addAll(PageInspection.of(reader, "suggestions-removed"));
        reader.goTo("/runs/1");
        assertThat(reader.section("No longer kept")).containsText("the agent was removed that this was a run of");

        assertThat(owner.page().getByText("That is still being deleted")).isHidden();
        owner.button("Start agent").click();
        owner.button("Accept").click();
        AgentSteps.mustShowResult(owner);
        AgentSteps.mustShow23RemovedDevices(owner);
        assertThat(owner.link("Run 2")).isVisible();
        assertThat(owner.link("Run 1")).isHidden();
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(2)
    void whatARunCannotResolveIsKnownBeforeAndWhatAnExceptionTakesIsLookedAtFirst(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        List<String> wrong = new ArrayList<>();

        namesGroups(owner, wrong);
        losesAGroup(visitors, owner, wrong);
        exceptsTooMuch(visitors, owner, wrong);

        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(3)
    void whoApprovesSeesWhatAnOwnerDecidedSinceAndItIsHeeded(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        RequestSteps.ask(operator);
        List<String> wrong = new ArrayList<>();
        Visitor approver = visitors.signIn(Person.APPROVER);
        RequestSteps.openToDecide(approver);
        Locator device =
                approver.page().locator("vaadin-grid a[href*='devices/']").first();
        String name = device.textContent();
        String id = device.getAttribute("href").replaceAll(".*/", "");
        RequestSteps.beginApproving(approver);

        instruct(owner, "Exclude devices with IDs [" + id + "]");
        approver.button(RequestSteps.APPROVE).click();

        Locator dialog = approver.page().locator("vaadin-dialog");
        assertThat(dialog).containsText("1 of 11 devices is no longer flagged, such as " + name);
        assertThat(dialog).containsText("look again");
        approver.button("Cancel").click();
        assertThat(approver.page().locator(".recheck").first())
                .containsText("1 of 11 devices is no longer flagged by what is in force now");
        wrong.addAll(PageInspection.of(approver, "request-no-longer-flagged"));
        approver.button("Approve…").click();
        assertThat(dialog).containsText("Still flagged, to disable: 10 devices");
        wrong.addAll(PageInspection.of(approver, "approve-dialog-no-longer-flagged"));
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

    private static void instruct(Visitor owner, String text) {
        owner.goTo("/settings/instructions");
        owner.textBox("Custom instructions").fill(text);
        assertThat(owner.section("How they are understood")).containsText("Leaves out 1 of");
        owner.button("Save").click();
        assertThat(owner.page().getByText("Saved. The next run goes by them").first())
                .isVisible();
    }

    private static void namesGroups(Visitor owner, List<String> wrong) {
        owner.goTo("/settings/instructions");
        Locator text = owner.textBox("Custom instructions");
        Locator understood = owner.section("How they are understood");
        text.fill("Exclude devices in group \"Executives\"");
        assertThat(understood).containsText("Microsoft Entra has no group named 'Executives'");
        wrong.addAll(PageInspection.of(owner, "instructions-unknown-group"));
        owner.button("Save").click();
        assertThat(owner.errorOf("Custom instructions"))
                .containsText("Nothing was saved. Microsoft Entra has no group");

        text.fill("Exclude devices in group \"Executive devices\"");
        assertThat(understood).containsText("The group 'Executive devices' was found");
        owner.button("Save").click();
        assertThat(owner.page().getByText("Saved. The next run goes by them, and at once"))
                .isVisible();
    }

    private static void losesAGroup(Visitors visitors, Visitor owner, List<String> wrong) {
        owner.goTo("/");
        assertThat(owner.page().getByText(WOULD_FAIL)).isHidden();

        visitors.portal().faults().deleteGroups();
        owner.goTo("/");
        assertThat(owner.page().getByText(WOULD_FAIL)).isVisible();
        wrong.addAll(PageInspection.of(owner, "overview-obstacle"));
        owner.button("Run").click();
        assertThat(opened(owner).getByText(WOULD_FAIL)).isVisible();
        wrong.addAll(PageInspection.of(owner, "run-obstacle"));
        owner.button("Cancel").click();

        visitors.portal().faults().letGo();
        owner.button("Refresh").click();
        assertThat(owner.page().getByText(WOULD_FAIL)).isHidden();
    }

    private static void exceptsTooMuch(Visitors visitors, Visitor owner, List<String> wrong) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.goTo("/exceptions");
        operator.button("Add exception…").click();
        opened(operator).locator("vaadin-select").click();
        operator.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Name pattern"))
                .click();
        opened(operator).locator("vaadin-text-field input").fill("LAPTOP-*");
        opened(operator).getByLabel("Reason").fill("board of directors");
        operator.button("Show what it leaves out").click();
        Locator dialog = opened(operator);
        assertThat(dialog).containsText(Pattern.compile("\\d+ of the \\d+ devices that are flagged now are left out"));
        assertThat(dialog).containsText("It takes every device of the suggestion");
        assertThat(dialog.locator("vaadin-grid")).containsText("LAPTOP-");
        wrong.addAll(PageInspection.of(operator, "exception-reach"));

        owner.goTo("/settings/instructions");
        owner.textBox("Custom instructions").fill("Exclude devices with platform Windows");
        owner.button("Save").click();
        assertThat(owner.page().getByText("Saved. The next run goes by them, and at once"))
                .isVisible();
        owner.goTo("/");
        owner.button("Run").click();
        owner.button("Start run").click();
        assertThat(owner.section("Activity").getByText("Completed")).hasCount(2);

        operator.button("Add exception").click();
        assertThat(dialog).containsText("Nothing was stored: what it leaves out has changed since you looked.");
        assertThat(dialog).containsText(Pattern.compile("(is|are) left out"));
        operator.button("Add exception").click();
        assertThat(operator.page().getByText("Exception made")).isVisible();
    }

    private static Locator dialog(Visitor visitor) {
        return visitor.page().getByRole(AriaRole.DIALOG);
    }

    private static Locator opened(Visitor visitor) {
        return visitor.page().locator("vaadin-dialog[opened], vaadin-confirm-dialog[opened]");
    }
}
