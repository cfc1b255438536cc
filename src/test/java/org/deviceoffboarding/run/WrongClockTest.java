package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.WRONG_CLOCK;

import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.ShownResult;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A run is not judged by a clock that is wrong, whenever it goes wrong. */
@DemoPortal
class WrongClockTest {

    @Autowired
    private DemoRuns portal;

    private ShownResult before;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
        before = portal.result();
    }

    @ParameterizedTest
    @ValueSource(ints = {-7_200, 400})
    void aClockThatIsMoreThanFiveMinutesOffFailsTheRunWithBothTimes(int seconds) {
        portal.strike(wrong("*", seconds));

        mustFailByTheClock();
    }

    @Test
    void itMayBeWrongForAPartOfTheReadingOnly() {
        portal.strike(Fault.of(WRONG_CLOCK, "/devices", 1).withSeconds(-7_200));

        mustFailByTheClock();
    }

    @Test
    void itMayGoWrongInTheMiddleOfTheReading() {
        portal.strike(wrong("/deviceManagement/managedDevices", 7_200).skipping(1));

        mustFailByTheClock();
    }

    @Test
    void itMayGoWrongWhileDevicesAreConfirmedByKey() {
        portal.strikeAt(RunPhase.CONFIRM, wrong("*", 7_200));

        mustFailByTheClock();
    }

    @Test
    void fourMinutesDoNotMatterAndARightClockIsAllTheNextRunNeeds() {
        portal.run(); // of the tenant as it is now
        before = portal.result();
        portal.strike(wrong("*", 7_200));
        mustFailByTheClock();
        portal.startAfresh();
        portal.strike(wrong("*", -240));

        Run run = portal.run();

        assertThat(run.failure()).isNull();
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(portal.result()).isEqualTo(before);
    }

    private void mustFailByTheClock() {
        Run run = portal.run();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(String.valueOf(run.failure()))
                .containsPattern(
                        "The portal's clock shows .* UTC, Microsoft Graph's .* UTC: more than five minutes apart")
                .endsWith("Then run again.");
        assertThat(portal.result()).as("the result before").isEqualTo(before);
    }

    private static Fault wrong(String path, int seconds) {
        return Fault.of(WRONG_CLOCK, path, -1).withSeconds(seconds);
    }
}
