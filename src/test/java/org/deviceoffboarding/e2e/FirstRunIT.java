package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A portal that was just installed, up to its first result. */
@EndToEnd
class FirstRunIT {

    @Test
    void pagesOfAnEmptyPortalCanBeUsedByEveryone(@OwnPortal Visitors visitors) {
        Visitor owner = visitors.newcomer();
        owner.page().navigate(visitors.portal().url());
        List<String> wrong = new ArrayList<>(PageInspection.of(owner, "sign-in"));
        owner.signIn(Person.OWNER);
        wrong.addAll(PageInspection.of(owner, "overview-empty"));
        for (String page : List.of("suggestions", "devices", "settings")) {
            owner.open("/" + page);
            wrong.addAll(PageInspection.of(owner, page + "-empty"));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aNewcomerIsTwoClicksAwayFromAResultAndFollowsTheRunInEveryWindow(@OwnPortal Visitors visitors) {
        visitors.portal().faults().holdFirstRun();
        Visitor reader = visitors.signIn(Person.READER);
        reader.open("/devices");
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
}
