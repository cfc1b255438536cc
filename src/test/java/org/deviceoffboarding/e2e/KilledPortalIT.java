package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A portal that is killed in the middle of its work. */
@EndToEnd
class KilledPortalIT {

    private static final int LONGER_THAN_IT_LIVES = 300;

    @Test
    void aPortalThatIsKilledWhileItReadsFinishesTheSameRunAfterItsStart(@OwnPortal Visitors visitors) {
        visitors.portal().faults().slowDownFirstRun(LONGER_THAN_IT_LIVES);
        Visitor owner = visitors.signIn(Person.OWNER);
        Agent.startFrom(owner);
        assertThat(owner.section("Run in progress")).containsText("Read devices");

        visitors.portal().kill();
        visitors.leave(owner);
        visitors.portal().startAgain();

        Visitor again = visitors.signIn(Person.OWNER);
        Agent.mustShowResult(again);
        assertThat(again.table(again.section("Activity")).column(0)).containsExactly("1");
        Agent.mustShow23RemovedDevices(again);
        again.open("/settings");
        assertThat(again.page()
                        .getByText("Set up", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
    }
}
