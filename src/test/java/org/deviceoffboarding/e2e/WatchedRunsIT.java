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
 * What people see of runs, each of which goes on where the one before ended: a portal that was just installed, up to its first result, what a
 * team does with that and what the next run makes of it, and, in windows open elsewhere, a run that fails, the next, which is
 * good, and one that replaces the result by which somebody is about to ask for an action.
 */
@EndToEnd
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WatchedRunsIT {

    @Test
    @Order(1)
    void pagesOfAnEmptyPortalCanBeUsedByEveryone(@OwnPortal(justInstalled = true) Visitors visitors) {
        Visitor owner = visitors.newcomer();
        owner.page().navigate(visitors.portal().url());
        List<String> wrong = new ArrayList<>(PageInspection.of(owner, "sign-in"));
        owner.signIn(Person.OWNER);
        wrong.addAll(PageInspection.of(owner, "overview-empty"));
        for (String page : List.of("suggestions", "devices", "settings")) {
            owner.goTo("/" + page);
            wrong.addAll(PageInspection.of(owner, page + "-empty"));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(2)
    void aNewcomerIsTwoClicksAwayFromAResultAndFollowsTheRunInEveryWindow(@OwnPortal Visitors visitors) {
        visitors.portal().faults().holdFirstRun();
        Visitor reader = visitors.signIn(Person.READER);
        reader.goTo("/devices");
        Visitor owner = visitors.signIn(Person.OWNER);
        owner.forgetClicks();

        AgentSteps.startFrom(owner);

        assertThat(owner.section("Run in progress")).containsText("Run 1, asked for by " + Person.OWNER.displayName());
        assertThat(owner.page().getByRole(AriaRole.PROGRESSBAR).first()).isVisible();
        assertThat(reader.page().getByText("Run 1: Read devices:")).isVisible();
        List<String> wrong = new ArrayList<>(PageInspection.of(owner, "overview-running"));
        wrong.addAll(PageInspection.of(reader, "devices-running"));
        visitors.portal().faults().letGo();
        AgentSteps.mustShowResult(owner);
        assertThat(reader.page().getByText("Run 1: Read devices:")).isHidden();
        assertThat(owner.clicks()).isLessThanOrEqualTo(2);
        AgentSteps.mustShow23RemovedDevices(owner);
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(3)
    void theNextRunChecksWhatWasCompletedAndSaysWhatChanged(@OwnPortal Visitors visitors) {
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.goTo("/suggestions");
        operator.page().locator("vaadin-grid a").first().click();
        List<String> wrong = new ArrayList<>();
        complete(operator, wrong);
        String completed = operator.page().url();

        operator.goTo("/");
        operator.button("Run").click();
        operator.button("Start run").click();

        assertThat(operator.link("Run 2")).isVisible();
        AgentSteps.mustShowResult(operator);
        operator.page().navigate(completed);
        assertThat(operator.section("Completed, and checked by run 2")).containsText("11 still there");
        assertThat(operator.button("Manage suggestion")).isHidden();
        wrong.addAll(PageInspection.of(operator, "suggestion-of-an-earlier-run"));
        operator.goTo("/runs/2");
        assertThat(operator.section("What changed")).containsText("Unchanged (98)");
        wrong.addAll(PageInspection.of(operator, "run-compared"));
        operator.section("Suggestions").locator("vaadin-grid a").first().click();
        assertThat(operator.section("Factors")).containsText("was completed before");
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(4)
    void aFailureIsSaidInEveryWindowOfThoseWhoCanActUntilTheNextGoodRun(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.goTo("/suggestions");
        Visitor reader = visitors.signIn(Person.READER);
        reader.goTo("/suggestions");

        visitors.portal().faults().failNextRun();
        run(owner, "Run");

        assertThat(notice(operator))
                .containsText("Run 3 failed. Microsoft Graph refused to let the agent read removal events");
        assertThat(notice(operator)).containsText("pages show the result of run 2");
        assertThat(notice(owner).getByRole(AriaRole.BUTTON)).hasText("Run again");
        assertThat(notice(reader)).isHidden();
        assertThat(reader.button("Run again")).isHidden();
        List<String> wrong = new ArrayList<>(PageInspection.of(operator, "suggestions-failed"));
        wrong.addAll(PageInspection.of(owner, "overview-failed"));
        owner.button("Refresh").click();
        assertThat(owner.page().getByText("Shown is the result of run 2")).containsText("Run 3 failed since.");

        visitors.portal().faults().holdNextRun();
        run(operator, "Run again");
        mustCountOn(operator.page().locator(".run-strip"));
        mustCountOn(owner.section("Run in progress"));
        assertThat(owner.button("Run again")).isHidden();
        assertThat(notice(owner)).containsText("Run 3 failed.");
        wrong.addAll(PageInspection.of(operator, "suggestions-failed-running"));

        visitors.portal().faults().letGo();
        assertThat(notice(operator)).isHidden();
        assertThat(notice(owner)).isHidden();
        AgentSteps.mustShowResult(owner);
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(5)
    void whoIsAboutToActLearnsThatTheResultWasReplacedAndLosesNothing(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.signIn(Person.OWNER);
        Visitor operator = visitors.signIn(Person.OPERATOR);
        operator.goTo("/suggestions");
        operator.link("Remove iOS/iPadOS corporate devices").first().click();
        operator.button("Disable 11 devices…").click();
        String old = operator.page().url(); // only now is it that of the suggestion
        Locator reason = operator.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Reason"));
        reason.fill("replaced, ticket 4711");

        owner.button("Run").click();
        owner.button("Start run").click();
        assertThat(owner.link("Run 5")).isVisible();

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

        operator.open("/suggestions"); // anew, without what was just said
        assertThat(operator.page().getByText("replaced the result")).isHidden();
        owner.goTo("/");
        owner.page().navigate(old);
        owner.settle();
        owner.link("Open it in the newest result").click();
        assertThat(owner.section("Details")).containsText(Pattern.compile("Run\\s*5"));
        wrong.addAll(PageInspection.of(operator, "suggestions-after-replaced"));
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
