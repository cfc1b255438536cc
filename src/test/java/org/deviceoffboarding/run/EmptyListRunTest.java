package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.judging.KindGroup;
import org.deviceoffboarding.judging.Situation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists other than those of devices that come back empty once they were not. */
@DemoPortal
class EmptyListRunTest {

    private static final int FOR_EVER = -1;
    private static final FindingFilter REMOVED = new FindingFilter("", Situation.REMOVED_FROM_INTUNE, null, null, null);
    private static final FindingFilter AUTOPILOT = new FindingFilter("", null, null, null, KindGroup.AUTOPILOT);

    @Autowired
    private DemoRuns portal;

    @Autowired
    private RunService runs;

    private Run before;

    @BeforeEach
    void haveAResult() {
        portal.startAfresh();
        portal.haveResult();
        before = portal.run();
        assertThat(before.caution()).isNull();
    }

    @AfterEach
    void tidyUp() {
        portal.startAfresh();
        portal.run();
    }

    @Test
    void anEmptyAuditListChangesNoResultAndIsSaidWithItUntilItIsWholeAgain() {
        portal.strike(Fault.of(Fault.Kind.EMPTY_LIST, "/deviceManagement/auditEvents", FOR_EVER));

        for (int number = 0; number < 2; number++) {
            Run run = portal.run();

            assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.flagged()).isEqualTo(before.flagged());
            assertThat(run.leftOut()).isEqualTo(before.leftOut());
            assertThat(runs.countFindings(run.id(), REMOVED)).isEqualTo(runs.countFindings(before.id(), REMOVED));
            assertThat(run.caution()).startsWith("Intune's audit list came back empty, though earlier runs read ");
        }

        portal.startAfresh();
        assertThat(portal.run().caution()).isNull();
    }

    @Test
    void anEmptyAutopilotListIsNotBelievedUntilAnOwnerConfirmsIt() {
        portal.strike(Fault.of(Fault.Kind.EMPTY_LIST, "/deviceManagement/windowsAutopilotDeviceIdentities", FOR_EVER));

        Run run = portal.run();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failure())
                .startsWith("Windows Autopilot returned 0 registrations, after "
                        + before.progress().autopilotIdentities() + " in run " + before.id())
                .contains("an owner can confirm it");

        Run confirmed = portal.confirmInventory();
        assertThat(confirmed.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(runs.countFindings(confirmed.id(), AUTOPILOT))
                .as("no device becomes ordinary by it")
                .isEqualTo(runs.countFindings(before.id(), AUTOPILOT));
    }
}
