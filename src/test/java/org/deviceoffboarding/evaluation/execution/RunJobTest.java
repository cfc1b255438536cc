package org.deviceoffboarding.evaluation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deviceoffboarding.As;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.audit.AuditResult;
import org.deviceoffboarding.audit.reading.AuditEntry;
import org.deviceoffboarding.audit.reading.AuditFilter;
import org.deviceoffboarding.audit.reading.AuditLogService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutFilter;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.inventory.AuditListReading;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.judging.ADevice;
import org.deviceoffboarding.judging.LeftOutReason;
import org.deviceoffboarding.judging.Situation;
import org.deviceoffboarding.suggestion.SuggestionFilter;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class RunJobTest {

    private static final Actor OPERATOR = new Actor("oid-1", "operator@contoso.example");
    private static final PageRequest ALL = PageRequest.of(0, 100);

    @Autowired
    private RunService runs;

    @Autowired
    private LeftOutService leftOut;

    @Autowired
    private RunJob job;

    @Autowired
    private ScriptedInventory tenant;

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private AuditLogService auditLog;

    @Autowired
    private RunChanges changes;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, scheduled_tasks cascade").update();
        tenant.reset();
        changes.forget();
    }

    @Test
    void aRunFindsJudgesConfirmsAndSuggests() {
        tenant.has(wiped(1), wiped(2), broken(3), alive(4), printer(5));

        Run run = carryOut();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(List.of(run.flagged(), run.leftOut(), run.suggestions())).containsExactly(3, 1, 2);
        assertThat(run.progress()).isEqualTo(new RunProgress(1, 5, 1, 0, 0, 5, 3, 3));
        assertThat(tenant.askedFor()).containsExactlyInAnyOrder(deviceId(1), deviceId(2), deviceId(3));
        assertThat(runs.findings(run.id(), FindingFilter.NONE, ALL))
                .allSatisfy(finding -> assertThat(finding.confirmedAt()).isEqualTo(clock.instant()));
        assertThat(leftOut.countByReason(run.id())).isEqualTo(Map.of(LeftOutReason.KIND, 1L));
        assertThat(tenant.published()).isEqualTo(run.id());
        assertThat(tenant.heldATransactionWhileAsking()).isFalse();
    }

    @Test
    void whileOnlyTheListOfDevicesIsStillBeingMadeTheRunSaysSo() {
        tenant.has(wiped(1));
        CountDownLatch said = changes.once(
                run -> run.phase() == RunPhase.CONFIRM && run.progress().doing().startsWith("sorts all devices"));
        tenant.whileListing(() -> {
            try {
                assertThat(said.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        Run run = carryOut();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.progress().doing()).isEmpty();
    }

    @Test
    void anAuditListThatIsEmptyAfterOneThatWasNotIsSaidWithTheResultAndFailsNoRun() {
        tenant.has(wiped(1));
        assertThat(carryOut().caution()).isNull();
        tenant.hasAuditList(new AuditListReading(0, 0, 1));

        Run run = carryOut();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.flagged()).isEqualTo(1);
        assertThat(run.caution()).startsWith("Intune's audit list came back empty");
        assertThat(runs.latestCompleted().orElseThrow().caution()).isEqualTo(run.caution());
        assertThat(jdbc.sql("select summary from audit_entry where action = 'run.completed' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .endsWith(run.caution());

        tenant.hasAuditList(new AuditListReading(9, 3, 0));
        assertThat(carryOut().caution()).isNull();
    }

    @Test
    void aRunGoesOnAfterFaultsOfTheDatabaseThatPassHoweverManyThereAre() {
        tenant.has(wiped(1), alive(2));
        Run requested = runs.start();
        for (int fault = 0; fault < 25; fault++) {
            tenant.failsIn(
                    fault == 0 ? "read" : "publish",
                    new CannotAcquireLockException("deadlock", new SQLException("deadlock detected", "40P01")));

            assertThatExceptionOfType(RunSuspendedException.class)
                    .isThrownBy(() -> job.execute(requested.id(), () -> false));
        }

        job.execute(requested.id(), () -> false);

        Run run = runs.get(requested.id()).orElseThrow();
        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.flagged()).isEqualTo(1);
        assertThat(run.restarts()).isEqualTo(25);
    }

    @Test
    void aFaultOfTheDatabaseThatDoesNotPassEndsARunWithASentence() {
        tenant.has(wiped(1));
        Run requested = runs.start();
        tenant.failsIn(
                "publish", new DataIntegrityViolationException("twice", new SQLException("duplicate key", "23505")));

        job.execute(requested.id(), () -> false);

        Run run = runs.get(requested.id()).orElseThrow();
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failure()).startsWith("Something unexpected happened");
    }

    @Test
    void nothingFoundIsAGoodResult() {
        tenant.has(alive(1));

        Run run = carryOut();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(suggestions.count(SuggestionFilter.NONE)).isZero();
    }

    @Test
    void whatIntuneHasByKeyIsLeftOutAndSaysSo() {
        tenant.misses(wiped(1), number(1).isInIntune().facts());
        tenant.misses(
                broken(2),
                number(2)
                        .signedIn(daysAgo(99))
                        .hasRecord("managed", daysAgo(99))
                        .facts());
        tenant.misses(broken(3), number(3).hasRecord("wipePending", daysAgo(1)).facts());
        tenant.has(wiped(4));

        Run run = carryOut();

        assertThat(leftOut.find(run.id(), LeftOutFilter.NONE, ALL))
                .extracting(LeftOutDevice::objectId, LeftOutDevice::reason, LeftOutDevice::situation)
                .containsExactlyInAnyOrder(
                        tuple(objectId(1), LeftOutReason.NOT_CONFIRMED, Situation.REMOVED_FROM_INTUNE),
                        tuple(objectId(3), LeftOutReason.LEAVING, Situation.REMOVED_FROM_INTUNE));
        assertThat(runs.findings(run.id(), FindingFilter.NONE, ALL))
                .extracting(Finding::objectId, Finding::situation)
                .containsExactlyInAnyOrder(
                        tuple(objectId(2), Situation.SILENT_EVERYWHERE),
                        tuple(objectId(4), Situation.REMOVED_FROM_INTUNE));
    }

    @Test
    void aRecordThatIntuneHasWithoutADeviceIdIsFoundByItsIntuneIdAndLeavesTheDeviceOut() {
        tenant.hides(
                number(1)
                        .isManaged(true, ADevice.INTUNE)
                        .hadRecord(null, null, null)
                        .facts(),
                number(1)
                        .isManaged(true, ADevice.INTUNE)
                        .lostRecord(new FormerRecord.Moved("PHONE-1", null, "managed", false))
                        .facts());
        tenant.hides(
                number(2)
                        .isManaged(true, ADevice.INTUNE)
                        .hadRecord(null, null, null)
                        .facts(),
                number(2)
                        .isManaged(true, ADevice.INTUNE)
                        .lostRecord(new FormerRecord.Moved("PHONE-2", ADevice.STRANGER, "managed", true))
                        .facts());

        Run run = carryOut();

        assertThat(leftOut.find(run.id(), LeftOutFilter.NONE, ALL))
                .singleElement()
                .satisfies(device -> {
                    assertThat(device.objectId()).isEqualTo(objectId(1));
                    assertThat(device.reason()).isEqualTo(LeftOutReason.RECORD_STILL_THERE);
                    assertThat(device.detail()).contains("Intune still has its record PHONE-1", "without a device ID");
                });
        assertThat(runs.findings(run.id(), FindingFilter.NONE, ALL))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.objectId()).isEqualTo(objectId(2));
                    assertThat(finding.situation()).isEqualTo(Situation.BROKEN_LINK);
                    assertThat(finding.confirmedAt()).isEqualTo(clock.instant());
                    assertThat(finding.evidence())
                            .anySatisfy(sentence -> assertThat(sentence).contains("another device's now"));
                });
        assertThat(run.flagged()).isEqualTo(1);
        assertThat(tenant.askedFor()).contains(ADevice.INTUNE_ID);
    }

    @Test
    void aNewResultReplacesTheOneBefore() {
        tenant.has(wiped(1));
        Run first = carryOut();
        tenant.reset();
        tenant.has(broken(2));

        Run second = carryOut();

        assertThat(suggestions.find(SuggestionFilter.NONE, ALL))
                .singleElement()
                .satisfies(suggestion -> assertThat(suggestion.runId()).isEqualTo(second.id()));
        assertThat(runs.findings(first.id(), FindingFilter.NONE, ALL))
                .as("earlier runs stay readable")
                .hasSize(1);
    }

    @Test
    void aFailedRunLeavesTheResultBeforeAsItWas() {
        tenant.has(wiped(1));
        Run good = carryOut();
        tenant.failsIn("confirm", new RunFailedException("Graph did not answer. Run again later.", null));

        Run bad = carryOut();

        assertThat(bad.status()).isEqualTo(RunStatus.FAILED);
        assertThat(bad.failure()).isEqualTo("Graph did not answer. Run again later.");
        assertThat(tenant.discarded()).containsExactly(bad.id());
        assertThat(runs.findings(bad.id(), FindingFilter.NONE, ALL)).isEmpty();
        assertThat(runs.latestCompleted()).map(Run::id).hasValue(good.id());
        assertThat(suggestions.find(SuggestionFilter.NONE, ALL)).hasSize(1);
    }

    @Test
    void aFaultWhilePublishingLeavesNothingOfTheNewResult() {
        tenant.has(wiped(1));
        Run good = carryOut();
        tenant.has(wiped(2));
        tenant.failsIn("publish", new IllegalStateException("disk full"));

        Run bad = carryOut();

        assertThat(bad.status()).isEqualTo(RunStatus.FAILED);
        assertThat(bad.failure()).contains("log").doesNotContain("disk full");
        assertThat(tenant.published()).isEqualTo(good.id());
        assertThat(suggestions.find(SuggestionFilter.NONE, ALL))
                .singleElement()
                .satisfies(suggestion -> assertThat(suggestion.devices()).isEqualTo(1));
        assertThat(jdbc.sql("select count(*) from suggestion").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void aResultStandsEvenIfTheCopyBeforeItCannotBeDeleted() {
        tenant.has(wiped(1));
        tenant.failsIn("tidy", new IllegalStateException("The database is away"));

        Run run = carryOut();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(runs.countFindings(run.id(), FindingFilter.NONE)).isEqualTo(1);
    }

    @Test
    void anIntuneWithoutDevicesFailsTheRun() {
        tenant.has(wiped(1), broken(2));
        tenant.hasNoManagedDevices();

        Run run = carryOut();

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.failure()).contains("Intune returned no devices", "Entra ID has 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "list", "forEachPage", "confirm", "publish"})
    void cutOffInAnyPhaseItEndsWithTheSameResult(String phase) {
        tenant.has(wiped(1), wiped(2), broken(3), alive(4), printer(5));
        tenant.misses(broken(6), number(6).isInIntune().facts());
        Run whole = carryOut();
        List<String> expected = result(whole);
        Run cut = As.person(OPERATOR, () -> runs.start());
        tenant.failsIn(phase, new IllegalStateException("killed"));
        assertThatThrownBy(() -> job.execute(cut.id(), () -> stopsAfterTheFault(phase)))
                .isInstanceOf(RunSuspendedException.class);
        clock.forward(Duration.ofHours(2));

        job.execute(cut.id(), () -> false);

        Run ended = runs.get(cut.id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(ended.restarts()).isEqualTo(1);
        assertThat(result(ended)).isEqualTo(expected);
    }

    @Test
    void aStoppingPortalSuspendsTheRunAtTheNextPage() {
        tenant.has(wiped(1));
        Run run = As.person(OPERATOR, () -> runs.start());

        assertThatThrownBy(() -> job.execute(run.id(), () -> true)).isInstanceOf(RunSuspendedException.class);

        assertThat(runs.active()).map(Run::id).hasValue(run.id());
        assertThat(entriesOf(run).getFirst().action()).isEqualTo("run.suspended");
    }

    @Test
    void whoeverLostTheRunStoresNothingMore() {
        tenant.has(wiped(1));
        Run run = As.person(OPERATOR, () -> runs.start());
        tenant.afterReading(() -> job.execute(run.id(), () -> false));

        job.execute(run.id(), () -> false);

        assertThat(runs.get(run.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(entriesOf(run))
                .extracting(AuditEntry::action)
                .containsExactly("run.completed", "run.went-on", "run.started", "run.requested");
    }

    @Test
    void aRunThatEndedIsNotCarriedOutAgain() {
        tenant.has(wiped(1));
        Run run = carryOut();
        tenant.has(wiped(2));

        job.execute(run.id(), () -> false);

        assertThat(runs.get(run.id()).orElseThrow()).isEqualTo(run);
    }

    @Test
    void removalsAreLookedForInTheLookBackBeforeTheStart() {
        tenant.has(alive(1));

        Run run = carryOut();

        assertThat(tenant.removedSince())
                .isEqualTo(Objects.requireNonNull(run.startedAt()).minus(Duration.ofDays(30)));
    }

    @Test
    void everyPhaseAndTheEndAreAnnounced() {
        tenant.has(wiped(1));

        Run run = carryOut();

        assertThat(changes.runs())
                .extracting(Run::phase)
                .containsSubsequence(RunPhase.READ, RunPhase.JUDGE, RunPhase.CONFIRM, RunPhase.SUGGEST);
        assertThat(changes.runs().getLast()).isEqualTo(run);
    }

    @Test
    void theAuditLogSaysWhoAskedAndHowItEnded() {
        tenant.has(wiped(1));
        Run completed = carryOut();
        tenant.failsIn("read", new RunFailedException("Intune refused page 2 (403).", null));
        Run failed = carryOut();

        assertThat(entriesOf(completed))
                .extracting(AuditEntry::action, AuditEntry::actor)
                .containsExactly(
                        tuple("run.completed", Actor.PORTAL),
                        tuple("run.started", Actor.PORTAL),
                        tuple("run.requested", OPERATOR));
        assertThat(entriesOf(completed).getFirst().details())
                .containsEntry("run", (int) completed.id())
                .containsEntry("flagged", 1)
                .containsEntry("restarts", 0)
                .containsEntry("caution", null);
        assertThat(entriesOf(failed).getFirst().summary())
                .isEqualTo("Run " + failed.id() + " failed: Intune refused page 2 (403).");
        assertThat(entriesOf(failed).getFirst().result()).isEqualTo(AuditResult.FAILED);
        assertThat(entriesOf(failed).getFirst().details())
                .containsEntry("reason", "Intune refused page 2 (403).")
                .containsEntry("phase", "READ")
                .containsEntry("before", Map.of("status", "RUNNING"))
                .containsEntry("after", Map.of("status", "FAILED"))
                .doesNotContainKey("permission");
    }

    private Run carryOut() {
        Run run = As.person(OPERATOR, () -> runs.start());
        job.execute(run.id(), () -> false);
        return runs.get(run.id()).orElseThrow();
    }

    private boolean stopsAfterTheFault(String phase) {
        return !tenant.stillFailsIn(phase);
    }

    private List<String> result(Run run) {
        return Stream.of(
                        runs.findings(run.id(), FindingFilter.NONE, ALL).stream()
                                .map(f -> f.objectId() + " " + f.situation() + " " + f.evidence()),
                        leftOut.find(run.id(), LeftOutFilter.NONE, ALL).stream()
                                .map(l -> l.objectId() + " " + l.reason() + " " + l.detail()),
                        suggestions.find(SuggestionFilter.NONE, ALL).stream()
                                .map(s -> s.title() + " " + s.devices() + " " + s.summary()))
                .flatMap(lines -> lines)
                .toList();
    }

    private List<AuditEntry> entriesOf(Run run) {
        return auditLog.find(AuditFilter.NONE, ALL).stream()
                .filter(entry -> entry.subject().equals("run:" + run.id()))
                .toList();
    }

    private static ADevice number(int number) {
        return that().hasIds(objectId(number), deviceId(number));
    }

    private static UUID objectId(int number) {
        return new UUID(0x1111111111114111L, 0x8000000000000000L + number);
    }

    private static UUID deviceId(int number) {
        return new UUID(0x2222222222224222L, 0x8000000000000000L + number);
    }

    private static DeviceFacts wiped(int number) {
        return number(number).was(WIPE, daysAgo(3)).facts();
    }

    private static DeviceFacts broken(int number) {
        return number(number).isManaged(true, ADevice.INTUNE).facts();
    }

    private static DeviceFacts alive(int number) {
        return number(number).isInIntune().facts();
    }

    private static DeviceFacts printer(int number) {
        return number(number).was(WIPE, daysAgo(3)).hasProfile("Printer").facts();
    }
}
