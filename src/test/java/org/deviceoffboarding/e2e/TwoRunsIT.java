package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A portal that was just installed, up to its first result, what a team does with that, and what the next run makes of it. */
@EndToEnd
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoRunsIT {

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
