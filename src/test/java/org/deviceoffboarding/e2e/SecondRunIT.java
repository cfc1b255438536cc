package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a team does with a result, and what the next run makes of it. */
@EndToEnd
class SecondRunIT {

    @Test
    void theNextRunChecksWhatWasCompletedAndSaysWhatChanged(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        AgentSteps.startFrom(owner);
        AgentSteps.mustShowResult(owner);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.open("/suggestions");
        operator.page().locator("vaadin-grid a").first().click();
        List<String> wrong = new ArrayList<>();
        complete(operator, wrong);
        String completed = operator.page().url();

        operator.open("/");
        operator.button("Run").click();
        operator.button("Start run").click();

        assertThat(operator.link("Run 2")).isVisible();
        AgentSteps.mustShowResult(operator);
        operator.page().navigate(completed);
        assertThat(operator.section("Completed, and checked by run 2")).containsText("11 still there");
        assertThat(operator.button("Manage suggestion")).isHidden();
        wrong.addAll(PageInspection.of(operator, "suggestion-of-an-earlier-run"));
        operator.open("/runs/2");
        assertThat(operator.section("What changed")).containsText("Unchanged (98)");
        wrong.addAll(PageInspection.of(operator, "run-compared"));
        operator.section("Suggestions").locator("vaadin-grid a").first().click();
        assertThat(operator.section("Factors")).containsText("was completed before");
        assertThat(wrong).isEmpty();
    }

    private static void complete(Visitor operator, List<String> wrong) {
        operator.button("Manage suggestion").click();
        operator.page().getByLabel("Completed").click();
        operator.page()
                .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Note"))
                .fill("All done.");
        wrong.addAll(PageInspection.of(operator, "manage-suggestion"));
        operator.button("Save").click();
        assertThat(operator.section("Details")).containsText("All done.");
    }
}
