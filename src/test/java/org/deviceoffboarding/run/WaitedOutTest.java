package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.CLAIMS_CHALLENGE;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.CUT_CONNECTION;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.EXPIRED_PAGE_TOKEN;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.MISSING_ROWS;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.NOT_JSON;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.SLOW;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.STATUS;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.THROTTLED;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.UNAVAILABLE;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.ShownResult;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.population.DemoEntraDevice;
import org.deviceoffboarding.demotenant.population.ExpectedSituation;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutFilter;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.graph.Waits;
import org.deviceoffboarding.judging.LeftOutReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;

/** Faults that pass: at every page of every source at once, and while devices are confirmed by key. */
@DemoPortal
class WaitedOutTest {

    private static final List<String> PAGED = List.of("/devices", "/deviceManagement/managedDevices");
    private static final String BATCH = "/$batch";
    private static final List<String> SINGLE =
            List.of("/deviceManagement/auditEvents", "/deviceManagement/windowsAutopilotDeviceIdentities", BATCH);

    @Autowired
    private DemoRuns portal;

    @Autowired
    private RunService runs;

    @Autowired
    private LeftOutService leftOut;

    @Autowired
    private Waits waits;

    private ShownResult before;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
        before = portal.result();
        waits.forget();
    }

    @Test
    void burstsOf429AreWaitedOutForAsLongAsGraphAsks() {
        everywhere(THROTTLED, 3, fault -> fault.withRetryAfter(7));

        completesWithTheSameResult();

        assertThat(waits.all()).isNotEmpty().containsOnly(Duration.ofSeconds(7));
    }

    @Test
    void evenMoreThanAHundredSecondsAreWaited() {
        everywhere(THROTTLED, 1, fault -> fault.withRetryAfter(150));

        completesWithTheSameResult();

        assertThat(waits.all()).isNotEmpty().containsOnly(Duration.ofSeconds(150));
    }

    @Test
    void burstsOf503WithoutAHintAreWaitedOutWithGrowingPauses() {
        everywhere(UNAVAILABLE, 3, fault -> fault);

        completesWithTheSameResult();

        assertThat(waits.all()).containsOnly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void serverErrorsInBetweenDoNotMatter() {
        everywhere(STATUS, 2, fault -> fault.withStatus(502));

        completesWithTheSameResult();
    }

    @Test
    void answersThatSomethingElseGivesInGraphsPlaceInBetweenDoNotMatter() {
        everywhere(NOT_JSON, 2, fault -> fault);

        completesWithTheSameResult();

        assertThat(waits.all()).containsOnly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(portal.faults().pending()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502})
    void singlePartsOfABatchThatFailAreAskedAgain(int status) {
        portal.strike(Fault.of(STATUS, "/deviceManagement/managedDevices", 30)
                .skipping(managedDevicePages())
                .withStatus(status));

        completesWithTheSameResult();

        assertThat(waits.all()).isNotEmpty().contains(Duration.ofSeconds(1));
        assertThat(portal.faults().pending()).isEmpty();
    }

    @Test
    void accessTokensThatAreNotAcceptedAreReplacedOnTheWay() {
        Stream.concat(PAGED.stream(), SINGLE.stream())
                .forEach(path -> portal.strike(Fault.of(STATUS, path, 1).withStatus(401)));
        portal.strike(Fault.of(STATUS, "/deviceManagement/managedDevices", 5)
                .skipping(managedDevicePages() + 1)
                .withStatus(401));

        completesWithTheSameResult();

        assertThat(waits.all()).isEmpty();
        assertThat(portal.faults().pending()).isEmpty();
    }

    @Test
    void aChallengeIsMetWithATokenThatHasWhatIsAskedFor() {
        portal.strike(Fault.of(CLAIMS_CHALLENGE, "*", -1));

        Run run = portal.run();

        assertThat(run.failure()).isNull();
        assertThat(portal.result()).isEqualTo(before);
    }

    @Test
    void connectionsThatAreCutInTheMiddleOfAPageDoNotMatter() {
        everywhere(CUT_CONNECTION, 2, fault -> fault.withAfterBytes(900));

        completesWithTheSameResult();
    }

    @Test
    void slowPagesDoNotMatter() {
        PAGED.forEach(path -> portal.strike(Fault.of(SLOW, path, 2).withLatencyMs(300)));
        SINGLE.forEach(path -> portal.strike(Fault.of(SLOW, path, 1).withLatencyMs(300)));

        completesWithTheSameResult();

        assertThat(waits.all()).isEmpty();
    }

    @Test
    void anAnswerThatDoesNotComeAtAllIsAskedForAgain() {
        portal.strike(
                Fault.of(SLOW, "/devices", 1).skipping(1).withLatencyMs(3_000),
                Fault.of(SLOW, BATCH, 1).withLatencyMs(3_000));

        completesWithTheSameResult();

        assertThat(waits.all()).hasSize(2);
    }

    @Test
    void singlePartsOfABatchThatAreTooManyAreAskedAgain() {
        portal.strike(Fault.of(THROTTLED, "/deviceManagement/managedDevices", 30)
                .skipping(managedDevicePages())
                .withRetryAfter(120));

        completesWithTheSameResult();

        assertThat(waits.all()).isNotEmpty().containsOnly(Duration.ofSeconds(120));
        assertThat(portal.faults().pending()).isEmpty();
    }

    @Test
    void aListingThatGraphGivesUpInTheMiddleIsReadAgain() {
        PAGED.forEach(path -> portal.strike(Fault.of(EXPIRED_PAGE_TOKEN, path, 2)));

        completesWithTheSameResult();
    }

    @Test
    void aGraphThatIsGoneOnceAllIsConfirmedDoesNotMatter() {
        portal.cutGraphAt(RunPhase.SUGGEST);

        completesWithTheSameResult();
    }

    @Test
    void aDeviceWhoseRecordIntunesListOmitsIsLeftOutAfterItWasAskedForByKey() {
        DemoEntraDevice healthy = portal.device(
                device -> device.situation() == ExpectedSituation.NONE && Boolean.TRUE.equals(device.isManaged()));
        String record = portal.population()
                .managedDevicesOf(healthy.deviceId())
                .getFirst()
                .id();
        portal.strike(
                Fault.of(MISSING_ROWS, "/deviceManagement/managedDevices", -1).withIds(List.of(record)));

        Run run = portal.run();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(portal.result().findings()).isEqualTo(before.findings());
        assertThat(portal.result().suggestions()).isEqualTo(before.suggestions());
        assertThat(portal.result().inventory()).isEqualTo(before.inventory());
        assertThat(leftOut.find(
                        run.id(), new LeftOutFilter("", LeftOutReason.NOT_CONFIRMED, null), PageRequest.of(0, 10)))
                .extracting(LeftOutDevice::name)
                .containsExactly(healthy.displayName());
        portal.startAfresh();
        completesWithTheSameResult();
    }

    /** Puts a fault on the first and the second page of each source that has two, and on the first of everything else. */
    private void everywhere(Fault.Kind kind, int times, UnaryOperator<Fault> details) {
        Stream.concat(PAGED.stream(), SINGLE.stream())
                .map(path -> details.apply(Fault.of(kind, path, times)))
                .forEach(portal::strike);
        PAGED.forEach(
                path -> portal.strike(details.apply(Fault.of(kind, path, times)).skipping(1)));
    }

    private void completesWithTheSameResult() {
        Run run = portal.run();

        assertThat(run.failure()).isNull();
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(portal.faults().pending()).as("faults that did not strike").isEmpty();
        assertThat(portal.result()).isEqualTo(before);
    }

    private int managedDevicePages() {
        return (portal.population().managedDevices() + 999) / 1_000;
    }
}
