package org.deviceoffboarding.evaluation.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.As;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunPhase;
import org.deviceoffboarding.evaluation.RunProgress;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.judging.ADevice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Thousands are confirmed at a time: meanwhile whoever waits sees how far that is, and then what else is asked for. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR})
class ConfirmationToldTest {

    @Autowired
    private RunService runs;

    @Autowired
    private RunJob job;

    @Autowired
    private RunStore store;

    @Autowired
    private RunPhases phases;

    @Autowired
    private ScriptedInventory tenant;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final List<RunProgress> told = new ArrayList<>();

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, scheduled_tasks cascade").update();
        tenant.reset();
    }

    @Test
    void eachDeviceCountsHalfByItsDeviceIdAndHalfByTheRecordsThatItHad() {
        tenant.has(wiped(1), wiped(2), wiped(3), brokenWithARecord(4));

        confirm();

        assertThat(told)
                .filteredOn(progress -> progress.doing().isEmpty())
                .extracting(RunProgress::confirmed)
                .containsExactly(0L, 1L, 1L, 2L, 4L);
    }

    @Test
    void afterwardsItTellsWhomDevicesAreRegisteredFor() {
        for (int number = 1; number <= 450; number++) {
            tenant.has(wiped(number));
        }

        confirm();

        assertThat(told)
                .extracting(RunProgress::doing)
                .filteredOn(doing -> !doing.isEmpty())
                .containsExactly(
                        "reads whom devices are registered for, 0 of 450",
                        "reads whom devices are registered for, 200 of 450",
                        "reads whom devices are registered for, 400 of 450");
    }

    /** Confirms what was judged, and has it told after each answer rather than a few times a second. */
    private void confirm() {
        Run judged = judged();
        try (RunReport report = new RunReport(store, run -> {}, () -> false, judged, clock)) {
            tenant.afterEachAnswer(() -> report.tell(this::noted));
            phases.confirm(report.enter(RunPhase.CONFIRM), report);
        }
    }

    private RunProgress noted(RunProgress progress) {
        told.add(progress);
        return progress;
    }

    private Run judged() {
        tenant.failsIn("confirm", new IllegalStateException("The portal stops"));
        Run run = As.person(new Actor("oid-1", "operator@contoso.example"), () -> runs.start());
        try {
            job.execute(run.id(), () -> !tenant.stillFailsIn("confirm"));
        } catch (RunSuspendedException judgedAndNotConfirmed) {
            // It goes on from there.
        }
        return store.takeUp(run.id(), clock.instant(), true).orElseThrow();
    }

    private static DeviceFacts wiped(int number) {
        return number(number).was(WIPE, daysAgo(3)).facts();
    }

    private static DeviceFacts brokenWithARecord(int number) {
        return number(number)
                .isManaged(true, ADevice.INTUNE)
                .hadRecord(null, null, null)
                .facts();
    }

    private static ADevice number(int number) {
        return that().hasIds(
                        new UUID(0x1111111111114111L, 0x8000000000000000L + number),
                        new UUID(0x2222222222224222L, 0x8000000000000000L + number));
    }
}
