package org.deviceoffboarding.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A portal that is killed in the middle of its work. */
@EndToEnd
class KilledPortalIT {

    @Test
    void aPortalThatIsKilledWhileItReadsFinishesTheSameRunAfterItsStart(@OwnPortal Visitors visitors) {
        visitors.portal().faults().holdFirstRun();
        Visitor owner = visitors.signIn(Person.OWNER);
        Agent.startFrom(owner);
        assertThat(owner.section("Run in progress")).containsText("Read devices");

        visitors.portal().kill();
        visitors.leave(owner);
        visitors.portal().startAgain();

        Visitor again = visitors.signIn(Person.OWNER);
        Agent.mustShowResult(again);
        assertThat(again.table(again.section("Activity")).column(0)).containsExactly("Run 1");
        Agent.mustShow23RemovedDevices(again);
        again.open("/settings");
        assertThat(again.section("Identity")).containsText(Person.OWNER.userPrincipalName());
    }
}
