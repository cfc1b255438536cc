package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A portal that was just installed, up to its first result. */
@EndToEnd
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstRunIT {

    /** Long enough to look at a run from all sides. */
    private static final int SECONDS_OF_READING = 12;

    @Test
    @Order(1)
    void pagesOfAnEmptyPortalCanBeUsedByEveryone(Visitors visitors) {
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
    @Order(2)
    void aNewcomerIsThreeClicksAwayFromAResultAndFollowsTheRunInEveryWindow(Visitors visitors) {
        visitors.portal().faults().slowDownFirstRun(SECONDS_OF_READING);
        Visitor reader = visitors.signIn(Person.READER);
        reader.open("/devices");
        Visitor owner = visitors.signIn(Person.OWNER);
        owner.forgetClicks();

        Agent.startFrom(owner);

        assertThat(owner.section("Run in progress"))
                .containsText("Run 1, asked for by " + Person.OWNER.userPrincipalName());
        assertThat(owner.page().getByRole(AriaRole.PROGRESSBAR).first()).isVisible();
        assertThat(reader.page().getByText("Run 1: Read devices")).isVisible();
        List<String> wrong = new ArrayList<>(PageInspection.of(owner, "overview-running"));
        wrong.addAll(PageInspection.of(reader, "devices-running"));
        Agent.mustShowResult(owner);
        assertThat(reader.page().getByText("Run 1: Read devices")).isHidden();
        assertThat(owner.clicks()).isLessThanOrEqualTo(3);
        Agent.mustShow23RemovedDevices(owner);
        assertThat(wrong).isEmpty();
    }
}
