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

/** A run that fails, as people with windows open elsewhere see it, and the next one, which is good. */
@EndToEnd
class FailedRunIT {

    @Test
    void aFailureIsSaidInEveryWindowOfThoseWhoCanActUntilTheNextGoodRun(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        AgentSteps.startFrom(owner);
        AgentSteps.mustShowResult(owner);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.open("/suggestions");
        Visitor reader = visitors.signIn(Person.READER);
        reader.open("/suggestions");

        visitors.portal().faults().failNextRun();
        run(owner, "Run");

        assertThat(notice(operator))
                .containsText("Run 2 failed. Microsoft Graph refused to let the agent read removal events");
        assertThat(notice(operator)).containsText("pages show the result of run 1");
        assertThat(notice(owner).getByRole(AriaRole.BUTTON)).hasText("Run again");
        assertThat(notice(reader)).isHidden();
        assertThat(reader.button("Run again")).isHidden();
        List<String> wrong = new ArrayList<>(PageInspection.of(operator, "suggestions-failed"));
        wrong.addAll(PageInspection.of(owner, "overview-failed"));
        owner.button("Refresh").click();
        assertThat(owner.page().getByText("Shown is the result of run 1")).containsText("Run 2 failed since.");

        visitors.portal().faults().holdNextRun();
        run(operator, "Run again");
        mustCountOn(operator.page().locator(".run-strip"));
        mustCountOn(owner.section("Run in progress"));
        assertThat(owner.button("Run again")).isHidden();
        assertThat(notice(owner)).containsText("Run 2 failed.");
        wrong.addAll(PageInspection.of(operator, "suggestions-failed-running"));

        visitors.portal().faults().letGo();
        assertThat(notice(operator)).isHidden();
        assertThat(notice(owner)).isHidden();
        AgentSteps.mustShowResult(owner);
        assertThat(wrong).isEmpty();
    }

    private static void run(Visitor visitor, String button) {
        visitor.button(button).click();
        visitor.button("Start run").click();
    }

    private static void mustCountOn(Locator run) {
        Locator elapsed = run.getByText(Pattern.compile("\\d s (so far|ago)"));
        String before = elapsed.textContent();
        assertThat(elapsed).not().hasText(before);
    }

    private static Locator notice(Visitor visitor) {
        return visitor.page()
                .getByRole(AriaRole.ALERT)
                .filter(new Locator.FilterOptions()
                        .setHas(visitor.page().getByText("failed. ", new Page.GetByTextOptions().setExact(false))));
    }
}
