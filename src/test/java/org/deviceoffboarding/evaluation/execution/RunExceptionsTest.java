package org.deviceoffboarding.evaluation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Finding;
import org.deviceoffboarding.evaluation.FindingFilter;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.leftout.LeftOutDevice;
import org.deviceoffboarding.evaluation.leftout.LeftOutFilter;
import org.deviceoffboarding.evaluation.leftout.LeftOutService;
import org.deviceoffboarding.exception.register.DeviceException;
import org.deviceoffboarding.exception.register.ExceptionFilter;
import org.deviceoffboarding.exception.register.ExceptionKind;
import org.deviceoffboarding.exception.register.ExceptionReach;
import org.deviceoffboarding.exception.register.ExceptionReachChangedException;
import org.deviceoffboarding.exception.register.ExceptionService;
import org.deviceoffboarding.exception.register.ExceptionTarget;
import org.deviceoffboarding.exception.register.NewException;
import org.deviceoffboarding.exception.register.ReviewedExceptionService;
import org.deviceoffboarding.exception.register.ScriptedDirectory;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.ADevice;
import org.deviceoffboarding.judging.LeftOutReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What exceptions leave out of a run. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.OWNER})
class RunExceptionsTest {

    private static final Actor ADA = new Actor("ada", "Ada Owner");
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
    private ScriptedDirectory directory;

    @Autowired
    private ExceptionService exceptions;

    @Autowired
    private ReviewedExceptionService reviewed;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, scheduled_tasks, device_exception cascade")
                .update();
        tenant.reset();
        directory.reset();
        tenant.has(wiped(1), wiped(2));
    }

    @Test
    void aDeviceIsLeftOutAndItSaysWhoAndWhy() {
        directory.hasDevice(objectId(1), deviceId(1), UUID.randomUUID(), "LAPTOP-1");
        LocalDate ends = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(3);
        DeviceException hold = add(ExceptionKind.DEVICE, objectId(1).toString(), ends, true);

        Run run = carryOut();

        assertThat(leftOut(run))
                .extracting(LeftOutDevice::objectId, LeftOutDevice::reason, LeftOutDevice::detail)
                .containsExactly(tuple(objectId(1), LeftOutReason.EXCEPTION, hold.sentence()));
        assertThat(hold.sentence()).matches("Exception of Ada Owner until \\d+ \\w+ \\d{4}: legal hold – case 4711\\.");
        assertThat(flagged(run)).containsExactly(objectId(2));
    }

    @Test
    void whatAnExceptionLeavesOutIsKnownBeforeItIsMadeAndIsWhatARunThenLeavesOut() {
        tenant.has(
                number(3).runs("IPad").was(WIPE, daysAgo(3)).facts(),
                number(4).isInIntune().facts());
        carryOut();
        ExceptionTarget laptops = exceptions.target(ExceptionKind.NAME_PATTERN, "LAPTOP-*");

        ExceptionReach reach = reviewed.reach(List.of(laptops));

        assertThat(reach.flagged()).isEqualTo(3);
        assertThat(reach.warnings()).isNotEmpty();
        assertThat(reach.sentence()).startsWith(reach.devices().size() + " of the 3 devices that are flagged now");
        As.person(
                ADA,
                () -> reviewed.add(
                        List.of(new NewException(laptops, "case 4711", null, false)), reach, Progress.UNSEEN));
        assertThat(leftOut(carryOut()))
                .extracting(LeftOutDevice::objectId)
                .containsExactlyInAnyOrderElementsOf(reach.devices().stream()
                        .map(ExceptionReach.Reached::objectId)
                        .toList());
    }

    @Test
    void whatAnExceptionLeavesOutIsLookedAtAgainWhereARunFlaggedMoreMeanwhile() {
        carryOut();
        ExceptionTarget laptops = exceptions.target(ExceptionKind.NAME_PATTERN, "LAPTOP-*");
        ExceptionReach seen = reviewed.reach(List.of(laptops));
        tenant.has(wiped(3));
        carryOut();
        List<NewException> wanted = List.of(new NewException(laptops, "case 4711", null, false));

        assertThatThrownBy(() -> As.person(ADA, () -> reviewed.add(wanted, seen, Progress.UNSEEN)))
                .isInstanceOfSatisfying(
                        ExceptionReachChangedException.class,
                        e -> assertThat(e.now().devices()).hasSize(3))
                .hasMessageContaining("It was 2 of 2 flagged devices, and is 3 of 3 now");
        assertThat(exceptions.count(ExceptionFilter.NONE)).isZero();

        As.person(ADA, () -> reviewed.add(wanted, reviewed.reach(List.of(laptops)), Progress.UNSEEN));
        assertThat(exceptions.count(ExceptionFilter.NONE)).isEqualTo(1);
    }

    @Test
    void aGroupThatGainsMembersBetweenLookingAndSavingIsLookedAtAgain() {
        carryOut();
        ExceptionReach seen = reviewed.reach(List.of(group(Set.of(objectId(1)))));

        ExceptionTarget now = group(Set.of(objectId(1), objectId(2)));

        assertThat(seen.devices()).extracting(ExceptionReach.Reached::objectId).containsExactly(objectId(1));
        assertThatThrownBy(() -> As.person(
                        ADA,
                        () -> reviewed.add(
                                List.of(new NewException(now, "case 4711", null, false)), seen, Progress.UNSEEN)))
                .isInstanceOf(ExceptionReachChangedException.class);
    }

    @Test
    void whatIsWellIsNotLeftOut() {
        tenant.has(number(3).isInIntune().facts());
        add(ExceptionKind.NAME_PATTERN, "LAPTOP-*", null, false);

        Run run = carryOut();

        assertThat(leftOut(run))
                .extracting(LeftOutDevice::objectId)
                .containsExactlyInAnyOrder(objectId(1), objectId(2));
        assertThat(run.flagged()).isZero();
    }

    @Test
    void aUsersDevicesAreThoseOfEntraAndThoseOfIntune() {
        tenant.has(number(3)
                .signedIn(daysAgo(200))
                .hasRecord("managed", daysAgo(200))
                .facts());
        user(Set.of(objectId(1)), Set.of("someone@contoso.example"));
        add(ExceptionKind.USER, "Someone@contoso.example", null, false);

        Run run = carryOut();

        assertThat(leftOut(run))
                .extracting(LeftOutDevice::objectId)
                .containsExactlyInAnyOrder(objectId(1), objectId(3));
        assertThat(flagged(run)).containsExactly(objectId(2));
    }

    @Test
    void aDeviceThatLeftIntuneIsStillItsLastUsers() {
        directory.hadInIntune(objectId(2), "someone@contoso.example");
        user(Set.of(), Set.of("someone@contoso.example"));
        add(ExceptionKind.USER, "Someone@contoso.example", null, false);

        assertThat(leftOut(carryOut())).extracting(LeftOutDevice::objectId).containsExactly(objectId(2));
    }

    @Test
    void everyoneInAGroupIsLeftOut() {
        group(Set.of(objectId(2)));
        add(ExceptionKind.GROUP, "Never offboard", null, false);

        Run run = carryOut();

        assertThat(leftOut(run))
                .singleElement()
                .satisfies(device -> assertThat(device.detail())
                        .isEqualTo("Exception of Ada Owner for the group 'Never offboard': case 4711."));
    }

    @Test
    void aGroupThatCannotBeReadFailsTheRunAndLeavesTheResultBefore() {
        ExceptionTarget group = group(Set.of(objectId(2)));
        add(ExceptionKind.GROUP, "Never offboard", null, false);
        Run good = carryOut();
        directory.loses(group);

        Run bad = carryOut();

        assertThat(bad.status()).isEqualTo(RunStatus.FAILED);
        assertThat(bad.failure())
                .contains("the group 'Never offboard'", "Microsoft Entra has no", "lift the exception", "run again");
        assertThat(runs.latestCompleted()).map(Run::id).hasValue(good.id());
        assertThat(runs.countFindings(bad.id(), FindingFilter.NONE)).isZero();
    }

    @Test
    void anExceptionThatWasLiftedOrHasEndedNoLongerHolds() {
        DeviceException lifted = add(ExceptionKind.NAME_PATTERN, "LAPTOP-*", null, false);
        exceptions.lift(lifted.id(), "over");
        add(
                ExceptionKind.NAME_PATTERN,
                "LAPTOP-?",
                clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1),
                false);
        jdbc.sql("update device_exception set ends_on = ends_on - 2 where ends_on is not null")
                .update();

        assertThat(carryOut().flagged()).isEqualTo(2);
    }

    @Test
    void aRestartJudgesByWhatWasInForceAndInTheGroupWhenTheTenantHadBeenRead() {
        ExceptionTarget group = group(Set.of(objectId(2)));
        add(ExceptionKind.GROUP, "Never offboard", null, false);
        DeviceException lifted = add(ExceptionKind.NAME_PATTERN, "NOBODY-*", null, false);
        directory.takeAsked();
        Run run = As.person(ADA, () -> runs.start());
        tenant.failsIn("confirm", new IllegalStateException("killed"));
        assertThatThrownBy(() -> job.execute(run.id(), () -> !tenant.stillFailsIn("confirm")))
                .isInstanceOf(RunSuspendedException.class);
        directory.loses(group);
        clock.forward(Duration.ofHours(2));
        exceptions.lift(lifted.id(), "over");
        add(ExceptionKind.NAME_PATTERN, "LAPTOP-*", null, false);

        job.execute(run.id(), () -> false);

        assertThat(runs.get(run.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(leftOut(run)).extracting(LeftOutDevice::objectId).containsExactly(objectId(2));
        assertThat(flagged(run)).containsExactly(objectId(1));
        assertThat(directory.takeAsked()).as("the group is read once for a run").hasSize(1);
    }

    @Test
    void aDeviceFallsUnderItsExceptionsEvenIfItIsWell() {
        carryOut();
        group(Set.of(objectId(9)));
        DeviceException made = add(ExceptionKind.GROUP, "Never offboard", null, false);
        DeviceFacts well = number(9).isInIntune().facts();

        assertThat(exceptions.of(well)).as("as soon as it is made").containsExactly(made);

        carryOut();
        carryOut();
        assertThat(exceptions.of(well)).as("by the newest result").containsExactly(made);
        assertThat(jdbc.sql("select count(*) from exception_reading")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aGroupExceptedWhileARunGoesOnIsKnownAfterIt() {
        carryOut();
        group(Set.of(objectId(9)));
        Run run = As.person(ADA, () -> runs.start());
        tenant.failsIn("confirm", new IllegalStateException("killed"));
        assertThatThrownBy(() -> job.execute(run.id(), () -> !tenant.stillFailsIn("confirm")))
                .isInstanceOf(RunSuspendedException.class);
        clock.forward(Duration.ofMinutes(1));
        DeviceException made = add(ExceptionKind.GROUP, "Never offboard", null, false);

        job.execute(run.id(), () -> false);

        assertThat(exceptions.of(number(9).isInIntune().facts())).containsExactly(made);
    }

    @Test
    void aGroupExceptedBeforeTheFirstResultIsKnownAfterIt() {
        group(Set.of(objectId(9)));
        Run run = As.person(ADA, () -> runs.start());
        tenant.failsIn("confirm", new IllegalStateException("killed"));
        assertThatThrownBy(() -> job.execute(run.id(), () -> !tenant.stillFailsIn("confirm")))
                .isInstanceOf(RunSuspendedException.class);
        clock.forward(Duration.ofMinutes(1));
        DeviceException made = add(ExceptionKind.GROUP, "Never offboard", null, false);

        job.execute(run.id(), () -> false);

        assertThat(exceptions.of(number(9).isInIntune().facts())).containsExactly(made);
    }

    @Test
    void aGroupThatIsExceptedInTheMomentInWhichARunPublishesIsKnownAfterIt() {
        Run before = carryOut();
        group(Set.of(objectId(9)));
        DeviceException made = add(ExceptionKind.GROUP, "Never offboard", null, false);
        jdbc.sql("delete from exception_reading").update();
        carryOut();
        jdbc.sql("update exception_reading set run_id = :before") // saved by whom the result before still counted for
                .param("before", before.id())
                .update();

        assertThat(exceptions.of(number(9).isInIntune().facts())).containsExactly(made);
    }

    @Test
    void aLegalHoldIsTheReasonThatIsNamedFirst() {
        add(ExceptionKind.NAME_PATTERN, "LAPTOP-?", null, false);
        DeviceException hold = add(ExceptionKind.NAME_PATTERN, "LAPTOP-*", null, true);

        assertThat(leftOut(carryOut())).extracting(LeftOutDevice::detail).containsOnly(hold.sentence());
    }

    private ExceptionTarget user(Set<UUID> devices, Set<String> userNames) {
        return directory.has(ExceptionKind.USER, UUID.randomUUID(), "Someone@contoso.example", devices, userNames);
    }

    private ExceptionTarget group(Set<UUID> devices) {
        return directory.has(ExceptionKind.GROUP, UUID.randomUUID(), "Never offboard", devices, Set.of());
    }

    private DeviceException add(ExceptionKind kind, String target, @Nullable LocalDate ends, boolean legalHold) {
        return As.person(
                        ADA,
                        () -> exceptions.add(List.of(
                                new NewException(exceptions.target(kind, target), "case 4711", ends, legalHold))))
                .getFirst();
    }

    private Run carryOut() {
        clock.forward(Duration.ofMinutes(1));
        Run run = As.person(ADA, () -> runs.start());
        job.execute(run.id(), () -> false);
        return runs.get(run.id()).orElseThrow();
    }

    private List<LeftOutDevice> leftOut(Run run) {
        return leftOut.find(run.id(), LeftOutFilter.NONE, ALL);
    }

    private List<UUID> flagged(Run run) {
        return runs.findings(run.id(), FindingFilter.NONE, ALL).stream()
                .map(Finding::objectId)
                .toList();
    }

    private static ADevice number(int number) {
        return that().hasIds(objectId(number), deviceId(number));
    }

    private static DeviceFacts wiped(int number) {
        return number(number).was(WIPE, daysAgo(3)).facts();
    }

    private static UUID objectId(int number) {
        return new UUID(0x1111111111114111L, 0x8000000000000000L + number);
    }

    private static UUID deviceId(int number) {
        return new UUID(0x2222222222224222L, 0x8000000000000000L + number);
    }
}
