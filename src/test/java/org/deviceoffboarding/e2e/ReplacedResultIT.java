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

/** Two people: one is about to ask for an action when the other's run replaces the result. */
@EndToEnd
class ReplacedResultIT {

    @Test
    void whoIsAboutToActLearnsThatTheResultWasReplacedAndLosesNothing(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        AgentSteps.startFrom(owner);
        AgentSteps.mustShowResult(owner);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.open("/suggestions");
        operator.page().locator("vaadin-grid a").first().click();
        operator.button("Disable 11 devices…").click();
        String old = operator.page().url(); // only now is it that of the suggestion
        Locator reason = operator.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reason"));
        reason.fill("replaced, ticket 4711");

        owner.button("Run").click();
        owner.button("Start run").click();
        assertThat(owner.link("Run 2")).isVisible();

        Locator dialog = operator.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText(Pattern.compile("A newer run of .* replaced this result"));
        List<String> wrong = new ArrayList<>(PageInspection.of(operator, "ask-replaced"));
        operator.button("Ask to disable 11 devices").click();
        assertThat(dialog).containsText("A newer run has replaced this suggestion. Go on with");
        operator.button("Go on with the new result").click();
        assertThat(operator.button("Go on with the new result")).isHidden();
        assertThat(reason).hasValue("replaced, ticket 4711");
        operator.button("Ask to disable 11 devices").click();
        assertThat(operator.link("Open request 1").last()).isVisible();

        operator.open("/suggestions");
        assertThat(operator.page().getByText("replaced the result")).isHidden();
        owner.open("/");
        owner.page().navigate(old);
        owner.settle();
        owner.link("Open it in the newest result").click();
        assertThat(owner.section("Details")).containsText(Pattern.compile("Run\\s*2"));
        wrong.addAll(PageInspection.of(operator, "suggestions-after-replaced"));
        assertThat(wrong).isEmpty();
    }
}
