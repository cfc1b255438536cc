package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** What owners do before the portal has anything to show. */
final class AgentSteps {

    private AgentSteps() {}

    /** Makes sure that the agent is set up and its first run has ended. */
    static void mustHaveRun(Visitors visitors) {
        if (visitors.portal().hasResult()) {
            return;
        }
        Visitor owner = visitors.signIn(Person.OWNER);
        owner.settle();
        if (owner.button("Set up agent…").isVisible()) {
            startFrom(owner);
        }
        mustShowResult(owner);
        visitors.portal().resultWasSeen();
    }

    /** Sets the agent up: two clicks from Overview. */
    static void startFrom(Visitor owner) {
        owner.click(owner.button("Set up agent…"));
        owner.click(owner.button("Accept"));
    }

    /** Waits until Overview shows a result. */
    static void mustShowResult(Visitor visitor) {
        assertThat(visitor.section("Activity").getByText("Completed").first()).isVisible();
        assertThat(visitor.section("Run in progress")).isHidden();
    }

    /** Holds Overview to what is true of the demo tenant. */
    static void mustShow23RemovedDevices(Visitor visitor) {
        assertThat(visitor.page()
                        .locator(".tile")
                        .filter(new Locator.FilterOptions().setHasText("Removed from Intune")))
                .containsText("23");
    }
}
