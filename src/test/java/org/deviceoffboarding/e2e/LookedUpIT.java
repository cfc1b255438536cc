package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people name is looked up before it counts, and again where it changed in between. */
@EndToEnd
class LookedUpIT {

    private static final String WOULD_FAIL = "The next run would fail by the custom instruction";

    @Test
    void whatARunCannotResolveIsKnownBeforeAndWhatAnExceptionTakesIsLookedAtFirst(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        AgentSteps.startFrom(owner);
        AgentSteps.mustShowResult(owner);
        List<String> wrong = new ArrayList<>();

        namesGroups(owner, wrong);
        losesAGroup(visitors, owner, wrong);
        exceptsTooMuch(visitors, owner, wrong);

        assertThat(wrong).isEmpty();
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
        assertThat(dialog(owner).getByText(WOULD_FAIL)).isVisible();
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
        dialog(operator).locator("vaadin-select").click();
        operator.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Name pattern"))
                .click();
        dialog(operator).locator("vaadin-text-field input").fill("LAPTOP-*");
        dialog(operator).getByLabel("Reason").fill("board of directors");
        operator.button("Show what it leaves out").click();
        Locator dialog = dialog(operator);
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
        return visitor.page().locator("vaadin-dialog[opened], vaadin-confirm-dialog[opened]");
    }
}
