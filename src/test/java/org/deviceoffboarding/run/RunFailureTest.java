package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.EMPTY_LIST;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.EXPIRED_PAGE_TOKEN;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.MISSING_ROWS;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.NOT_JSON;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.REPEATED_PAGE;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.STATUS;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.THROTTLED;

import java.util.List;
import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.RecordedEntries;
import org.deviceoffboarding.ShownResult;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.leftout.LeftOutFilter;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Faults that waiting does not cure: the run fails with a sentence, and the result before it stays. */
@DemoPortal
class RunFailureTest {

    private static final int FOR_EVER = -1;

    @Autowired
    private DemoRuns portal;

    @Autowired
    private RunService runs;

    @Autowired
    private LeftOutService leftOut;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private JdbcClient jdbc;

    private ShownResult before;

    @BeforeEach
    void startAfresh() {
        portal.startAfresh();
        portal.haveResult();
        before = portal.result();
    }

    @ParameterizedTest
    @CsvSource({
        "/devices, 0, Entra devices, Device.Read.All",
        "/devices, 1, Entra devices (page 2), Device.Read.All",
        "/deviceManagement/managedDevices, 0, managed devices, DeviceManagementManagedDevices.Read.All",
        "/deviceManagement/managedDevices, 2, managed devices by device ID, DeviceManagementManagedDevices.Read.All",
        "/deviceManagement/windowsAutopilotDeviceIdentities, 0, Autopilot identities,"
                + " DeviceManagementServiceConfig.Read.All",
        "/deviceManagement/auditEvents, 0, removal events, DeviceManagementApps.Read.All",
        "/$batch, 0, managed devices by device ID, DeviceManagementManagedDevices.Read.All"
    })
    void aRefusalNamesWhatWasAskedForAndThePermission(String path, int skip, String source, String permission) {
        portal.strike(Fault.of(STATUS, path, FOR_EVER).withStatus(403).skipping(skip));

        assertThat(failure()).contains("refused", source, permission, "Grant", "try again");
        assertThat(new RecordedEntries(jdbc).details("run.failed"))
                .containsEntry("permission", permission)
                .containsEntry("as", "the agent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/devices", "/deviceManagement/auditEvents", "/$batch", "/deviceManagement/managedDevices"})
    void aSignInThatIsRefusedAgainAndAgainIsNoExpiredOne(String path) {
        portal.strike(Fault.of(STATUS, path, FOR_EVER).withStatus(401).skipping(path.contains("managed") ? 2 : 0));

        assertThat(failure())
                .contains("did not accept the sign-in", "401", "sign-in logs in the Entra admin center")
                .doesNotContain("renew");
        assertThat(jdbc.sql("select expired from agent").query(Boolean.class).single())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NO_INTUNE_ROLE, 401 Forbidden, no role, Read Only Operator",
        "NO_LICENCE, 403 Forbidden, for want of a licence, Assign a licence",
        "NO_INTUNE, 400 BadRequest, the tenant does not have this service, PORTAL_TENANT_ISSUER_URI"
    })
    void whatIntuneRefusesIsToldApartAtTheListAndByKey(Fault.Kind kind, String code, String what, String remedy) {
        for (int skip : List.of(0, 2)) {
            portal.strike(
                    Fault.of(kind, "/deviceManagement/managedDevices", FOR_EVER).skipping(skip));

            assertThat(failure())
                    .contains(code, what, remedy, "try again")
                    .doesNotContain("{", "_version", "expired or was withdrawn");
            portal.faults().clear();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502})
    void aPartOfABatchThatFailsForEverIsNamed(int status) {
        portal.strike(Fault.of(STATUS, "/deviceManagement/managedDevices", FOR_EVER)
                .skipping(2)
                .withStatus(status));

        assertThat(failure()).contains("managed devices by device ID", String.valueOf(status), "7 times in a row");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/devices",
                "/deviceManagement/managedDevices",
                "/deviceManagement/windowsAutopilotDeviceIdentities",
                "/deviceManagement/auditEvents",
                "/$batch"
            })
    void aBodyThatIsNotJsonIsNamedAsSuch(String path) {
        portal.strike(Fault.of(NOT_JSON, path, FOR_EVER));

        assertThat(failure())
                .contains("cannot be used", "not JSON, and begins with '", "7 times in a row", "then try again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/devices",
                "/deviceManagement/managedDevices",
                "/deviceManagement/windowsAutopilotDeviceIdentities",
                "/deviceManagement/auditEvents"
            })
    void aPageThatRepeatsForEverEndsTheRun(String path) {
        portal.strike(Fault.of(REPEATED_PAGE, path, FOR_EVER));

        assertThat(failure()).contains("repeat", "Try again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/devices", "/deviceManagement/managedDevices"})
    void aListingThatGraphGivesUpAgainAndAgainIsNeverTakenForTheWhole(String path) {
        portal.strike(Fault.of(EXPIRED_PAGE_TOKEN, path, FOR_EVER));

        assertThat(failure())
                .contains("gave up listing", "in the middle, 3 times", "never taken for the whole", "Try again");
    }

    @Test
    void anEmptyIntuneIsNotBelievedWhileEntraHasDevices() {
        portal.strike(Fault.of(EMPTY_LIST, "/deviceManagement/managedDevices", FOR_EVER));

        assertThat(failure())
                .contains("Intune returned no devices, though Entra ID has 1,200", "an owner can confirm", "run again");
    }

    @Test
    void aListThatLostAFifthWaitsForAnOwnerAndWhatItLostIsStillAskedForByKey() {
        List<String> missing = jdbc.sql("""
                        select intune_id::text from managed_device join inventory using (run_id)
                        where published_at is not null order by intune_id limit 300
                        """).query(String.class).list();
        portal.strike(Fault.of(MISSING_ROWS, "/deviceManagement/managedDevices", FOR_EVER)
                .withIds(missing));

        assertThat(failure()).containsPattern("Intune returned \\d+ devices, after 1,\\d+ in run \\d+");

        Run confirmed = portal.confirmInventory();
        assertThat(confirmed.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(leftOut.countByReason(confirmed.id())).containsKey(LeftOutReason.NOT_CONFIRMED);
        assertThat(runs.countFindings(
                        confirmed.id(), new FindingFilter("", Situation.REMOVED_FROM_INTUNE, null, null, null)))
                .isEqualTo(23);

        portal.startAfresh();
        assertThat(portal.run().leftOut()).as("with the whole list again").isLessThan(confirmed.leftOut());
    }

    @ParameterizedTest
    @EnumSource(
            value = RunPhase.class,
            names = {"READ", "JUDGE", "CONFIRM"})
    void aGraphThatIsGoneIsNamed(RunPhase phase) {
        portal.cutGraphAt(phase);

        assertThat(failure())
                .contains("Microsoft Graph could not be reached", "connection was refused", "Check the network");
    }

    @Test
    void aGraphThatHasNoTimeForEverIsNotWaitedForForEver() {
        portal.strike(Fault.of(THROTTLED, "/devices", FOR_EVER).withRetryAfter(200));

        assertThat(failure())
                .contains("had no time for Entra devices", "waited 600 seconds", "200 more", "Try again later");
    }

    @Test
    void aServerErrorThatDoesNotPassIsNamed() {
        portal.strike(
                Fault.of(STATUS, "/deviceManagement/auditEvents", FOR_EVER).withStatus(500));

        assertThat(failure()).contains("removal events", "500");
    }

    @Test
    void whatAFailedRunReadAndJudgedIsForgotten() {
        portal.cutGraphAt(RunPhase.CONFIRM);
        Run failed = portal.run();
        Run next = portal.run(); // begins only after the failed one has tidied up
        assertThat(next.status()).isEqualTo(RunStatus.FAILED);

        assertThat(runs.countFindings(failed.id(), FindingFilter.NONE)).isZero();
        assertThat(leftOut.count(failed.id(), LeftOutFilter.NONE)).isZero();
        assertThat(jdbc.sql("select count(*) from entra_device where run_id = :run")
                        .param("run", failed.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theNextRunIsWellOnceTheFaultIsGone() {
        portal.cutGraphAt(RunPhase.READ);
        assertThat(portal.run().status()).isEqualTo(RunStatus.FAILED);
        portal.startAfresh();

        assertThat(portal.run().status()).isEqualTo(RunStatus.COMPLETED);

        assertThat(portal.result()).isEqualTo(before);
    }

    /** Runs, makes sure that the run failed and nothing else changed, and returns the sentence. */
    private String failure() {
        Run run = portal.run();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(portal.result()).as("the result before").isEqualTo(before);
        String sentence = String.valueOf(run.failure());
        assertThat(auditLog.find(AuditFilter.NONE, PageRequest.of(0, 1))
                        .getFirst()
                        .summary())
                .isEqualTo("Run " + run.id() + " failed: " + sentence);
        return sentence;
    }
}
