package org.deviceoffboarding.evaluation.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deviceoffboarding.inventory.RemovalEvent.Kind.WIPE;
import static org.deviceoffboarding.judging.ADevice.daysAgo;
import static org.deviceoffboarding.judging.ADevice.that;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.deviceoffboarding.As;
import org.deviceoffboarding.SettableClock;
import org.deviceoffboarding.TestAuditFiles;
import org.deviceoffboarding.agent.AgentMissingException;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.restored.RestorationService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.Run;
import org.deviceoffboarding.evaluation.RunFailedException;
import org.deviceoffboarding.evaluation.RunRefusedException;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.evaluation.RunStatus;
import org.deviceoffboarding.evaluation.execution.RunsByHand;
import org.deviceoffboarding.evaluation.execution.ScriptedInventory;
import org.deviceoffboarding.evaluation.execution.StoredTime;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft.Pace;
import org.deviceoffboarding.judging.ADevice;
import org.deviceoffboarding.suggestion.Suggestion;
import org.deviceoffboarding.suggestion.SuggestionService;
import org.deviceoffboarding.suggestion.SuggestionStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What becomes of the times of a schedule, on a clock that the test moves. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.OWNER})
class ScheduleKeeperTest {

    private static final Actor OWNER = new Actor("p-1", "olivia@contoso.example");
    private static final String AWAY = "Microsoft Graph could not be reached. Check the network, then run again.";

    @Autowired
    private ScheduleKeeper keeper;

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private RunService runs;

    @Autowired
    private SuggestionService suggestions;

    @Autowired
    private RestorationService restorations;

    @Autowired
    private RunsByHand byHand;

    @Autowired
    private ScriptedInventory tenant;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate evaluation_run, suggestion, scheduled_tasks, run_schedule, run_schedule_state cascade")
                .update();
        tenant.reset();
        moveTo(ADevice.NOW);
    }

    @Test
    void nothingStartsUntilAnOwnerWantsIt() {
        forward(Duration.ofDays(3));
        keeper.look();

        assertThat(runs.count()).isZero();
        assertThat(schedules.state()).isEqualTo(ScheduleState.NONE);
    }

    @Test
    void aRunStartsWhenItIsTimeAndIsSaidToBeTheSchedules() {
        daily("02:00");
        Instant due = dayAfter(clock.instant(), "02:00");

        moveTo(due.minusSeconds(1));
        keeper.look();
        assertThat(runs.count()).isZero();

        moveTo(due.plusSeconds(7));
        keeper.look();
        keeper.look();

        Run run = runs.active().orElseThrow();
        assertThat(runs.count()).isEqualTo(1);
        assertThat(run.requestedBy()).isEqualTo(Actor.SCHEDULE);
        assertThat(run.requestedAt()).isEqualTo(due.plusSeconds(7));
        assertThat(schedules.started(List.of(run.id())).get(run.id()))
                .returns(due, ScheduledRun::dueAt)
                .returns(OWNER, ScheduledRun::setBy)
                .returns(true, ScheduledRun::keepProgress);
        assertThat(newestEntry("run.requested"))
                .startsWith("schedule: Asked for run " + run.id() + ", due ")
                .endsWith(" 02:00 UTC by the schedule that olivia@contoso.example set");
        assertThat(queued()).containsExactly(Long.toString(run.id()));

        byHand.carryOut(run);
        keeper.look();
        assertThat(runs.get(run.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(schedules.state().due()).isNull();
        assertThat(schedules.state().nextAt()).isEqualTo(due.plus(Duration.ofDays(1)));
    }

    @Test
    void timesThatWereMissedAreCaughtUpByOneRun() {
        daily("02:00");
        forward(Duration.ofDays(5));

        keeper.look();
        keeper.look();

        assertThat(runs.count()).isEqualTo(1);
        ScheduleState state = schedules.state();
        assertThat(Objects.requireNonNull(state.last()).missed()).isEqualTo(4);
        assertThat(state.last().at()).isEqualTo(today("02:00"));
        assertThat(state.nextAt()).isEqualTo(dayAfter(clock.instant(), "02:00"));
        assertThat(newestEntry("run.requested")).endsWith(", also for 4 times before that were missed");
    }

    @Test
    void whatFailsIsTriedAgainAfterFiveThirtyAndOneHundredAndTwentyMinutesAndThenTold() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        Instant due = clock.instant();
        keeper.look();

        for (int minutes : List.of(5, 30, 120)) {
            fail(runs.active().orElseThrow());
            Instant failed = clock.instant();
            keeper.look();
            assertThat(schedules.state().due())
                    .returns(failed.plus(Duration.ofMinutes(minutes)), ScheduleState.Due::retryAt)
                    .returns(AWAY, ScheduleState.Due::failure);
            assertThat(schedules.state().givenUp()).isNull();
            moveTo(failed.plus(Duration.ofMinutes(minutes)).minusSeconds(1));
            keeper.look();
            assertThat(runs.active()).isEmpty();
            forward(Duration.ofSeconds(1));
            keeper.look();
            assertThat(runs.active()).isPresent();
        }
        Run last = runs.active().orElseThrow();
        fail(last);
        keeper.look();
        forward(Duration.ofHours(10));
        keeper.look();

        assertThat(runs.count()).isEqualTo(4);
        assertThat(schedules.state().due()).isNull();
        assertThat(schedules.state().givenUp())
                .returns(due, ScheduleState.GivenUp::dueAt)
                .returns(last.id(), ScheduleState.GivenUp::run)
                .returns(AWAY, ScheduleState.GivenUp::failure);
        assertThat(newestEntry("schedule.failed"))
                .startsWith("schedule: Failed in run " + last.id() + ", due ")
                .contains("It is not tried again, after 4 times: " + AWAY);
        assertThat(schedules.started(List.of(last.id())).get(last.id())).returns(3, ScheduledRun::failuresBefore);
    }

    @Test
    void whatWasGivenUpIsToldUntilARunIsCompletedAndIsDueAgainTheNextDay() {
        giveUp();

        moveTo(dayAfter(clock.instant(), "02:00"));
        keeper.look();
        assertThat(schedules.state().givenUp()).as("while the next one goes on").isNotNull();
        byHand.carryOut(runs.active().orElseThrow());
        assertThat(schedules.state().givenUp()).isNull();
        keeper.look();
        assertThat(schedules.state().givenUp()).isNull();

        giveUp();
        forward(Duration.ofMinutes(1));
        byHand.carryOut(As.person(OWNER, () -> runs.start()));
        assertThat(schedules.state().givenUp()).as("by whomever").isNull();
    }

    @Test
    void aRunThatGoesOnAfterFailuresEndsThem() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        keeper.look();
        fail(runs.active().orElseThrow());
        keeper.look();
        forward(Duration.ofMinutes(5));
        keeper.look();

        byHand.carryOut(runs.active().orElseThrow());
        keeper.look();
        forward(Duration.ofHours(10));
        keeper.look();

        assertThat(schedules.state().due()).isNull();
        assertThat(runs.count()).isEqualTo(2);
    }

    @Test
    void aRunThatIsUnderWayIsNotStartedTwiceAndCountsAsTheOneThatWasDue() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "01:59"));
        Run run = As.person(OWNER, () -> runs.start());
        forward(Duration.ofMinutes(1));

        keeper.look();
        keeper.look();

        assertThat(runs.count()).isEqualTo(1);
        assertThat(newestEntry("schedule.passed"))
                .endsWith(" 02:00 UTC: run " + run.id() + " was under way, and counts as this one");
        assertThat(Objects.requireNonNull(schedules.state().last()).outcome()).isEqualTo(LastOutcome.UNDER_WAY);

        fail(run);
        keeper.look();
        assertThat(Objects.requireNonNull(schedules.state().due()).retryAt())
                .as("it failed, so it is tried again")
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void aRunThatLastsLongerThanTheTimeToTheNextIsNotStartedTwice() {
        save(draft(Pace.CRON, "", "0 * * * *", "UTC", false));
        forward(Duration.ofHours(1));
        keeper.look();
        Run run = runs.active().orElseThrow();

        forward(Duration.ofHours(1));
        keeper.look();

        assertThat(runs.count()).isEqualTo(1);
        assertThat(newestEntry("schedule.passed")).contains("run " + run.id() + " was under way");
        byHand.carryOut(run);
        keeper.look();
        assertThat(schedules.state().due()).isNull();
    }

    @Test
    void aTimeThatComesBeforeTheNextTryIsThatTry() {
        save(draft(Pace.CRON, "", "*/15 * * * *", "UTC", false));
        forward(Duration.ofMinutes(15));
        keeper.look();
        for (int i = 0; i < 3; i++) {
            fail(runs.active().orElseThrow());
            keeper.look();
            forward(Duration.ofMinutes(15));
            keeper.look();
        }
        fail(runs.active().orElseThrow());
        keeper.look();

        assertThat(schedules.state().givenUp())
                .as("after four times, however often it is due")
                .returns(ADevice.NOW.plus(Duration.ofMinutes(15)), ScheduleState.GivenUp::firstDueAt)
                .returns(ADevice.NOW.plus(Duration.ofMinutes(60)), ScheduleState.GivenUp::dueAt);
        assertThat(newestEntry("run.requested"))
                .contains(", after runs by the schedule failed 3 times, the last one due ");
    }

    @Test
    void aRunThatFailsAfterTheNextTimeCameIsSaidToBeTheOneThatItWasStartedFor() {
        save(draft(Pace.CRON, "", "*/15 * * * *", "UTC", false));
        forward(Duration.ofMinutes(15));
        Instant due = clock.instant();
        keeper.look();
        Run run = runs.active().orElseThrow();
        forward(Duration.ofMinutes(16));
        keeper.look();
        assertThat(Objects.requireNonNull(schedules.state().last()).outcome()).isEqualTo(LastOutcome.UNDER_WAY);

        fail(run);
        keeper.look();

        assertThat(schedules.state().due())
                .returns(due, ScheduleState.Due::at)
                .returns(due, ScheduleState.Due::firstAt)
                .returns(1, ScheduleState.Due::failures);
        assertThat(newestEntry("schedule.failed"))
                .startsWith("schedule: Failed in run " + run.id() + ", due " + StoredTime.of(due) + ". ");
    }

    @Test
    void whatWasCompletedByHandMeanwhileIsNotTriedAgain() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        keeper.look();
        fail(runs.active().orElseThrow());
        keeper.look();
        forward(Duration.ofMinutes(2));
        Run run = As.person(OWNER, () -> runs.start());
        byHand.carryOut(run);

        forward(Duration.ofMinutes(3));
        keeper.look();

        assertThat(runs.active()).isEmpty();
        assertThat(schedules.state().due()).isNull();
        assertThat(newestEntry("schedule.passed")).contains(" again: run " + run.id() + " was completed meanwhile");
    }

    @Test
    void whatWaitsToBeTriedAgainIsOverAsSoonAsARunByHandIsCompleted() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        keeper.look();
        fail(runs.active().orElseThrow());
        keeper.look();
        assertThat(schedules.state().due()).as("waits").isNotNull();
        forward(Duration.ofMinutes(1));
        Run run = As.person(OWNER, () -> runs.start());
        keeper.look();
        assertThat(schedules.state().due()).as("the other may fail as well").isNotNull();

        byHand.carryOut(run);
        assertThat(schedules.state().due()).as("before anything looked").isNull();
        keeper.look();

        assertThat(schedules.state().last())
                .isNotNull()
                .returns(LastOutcome.DONE_MEANWHILE, ScheduleState.Last::outcome)
                .returns(run.id(), ScheduleState.Last::run);
        assertThat(jdbc.sql("select retry_at from run_schedule_state")
                        .query(Instant.class)
                        .optional())
                .isEmpty();
        assertThat(newestEntry("schedule.passed")).contains("run " + run.id() + " was completed meanwhile");
        forward(Duration.ofMinutes(10));
        keeper.look();
        assertThat(runs.active()).isEmpty();
    }

    @Test
    void whatFailedBeforeSomethingWasCompletedIsNotCountedOnAnyMore() {
        save(draft(Pace.CRON, "", "*/15 * * * *", "UTC", false));
        forward(Duration.ofMinutes(15));
        keeper.look();
        fail(runs.active().orElseThrow());
        keeper.look();
        forward(Duration.ofMinutes(5));
        keeper.look();
        fail(runs.active().orElseThrow());
        keeper.look();
        forward(Duration.ofMinutes(1));
        byHand.carryOut(As.person(OWNER, () -> runs.start()));

        forward(Duration.ofMinutes(9));
        keeper.look();

        Run run = runs.active().orElseThrow();
        assertThat(schedules.started(List.of(run.id())).get(run.id())).returns(0, ScheduledRun::failuresBefore);
    }

    @Test
    void withoutAnAgentNothingStartsAndNothingIsTriedAgain() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        tenant.failsIn("requireAgent", new AgentMissingException());

        keeper.look();
        forward(Duration.ofHours(3));
        keeper.look();

        assertThat(runs.count()).isZero();
        assertThat(Objects.requireNonNull(schedules.state().last()).outcome()).isEqualTo(LastOutcome.NO_AGENT);
        assertThat(newestEntry("schedule.passed")).endsWith(": no agent is set up");
        assertThat(schedules.state().nextAt()).isEqualTo(dayAfter(clock.instant(), "02:00"));
    }

    @Test
    void whatCannotBeStartedFailsWithItsReasonAndIsTriedAgain() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        tenant.failsIn("requireAgent", new RunRefusedException("A custom instruction is not understood."));

        keeper.look();

        assertThat(runs.count()).isZero();
        assertThat(schedules.state().due())
                .returns(null, ScheduleState.Due::run)
                .returns("A custom instruction is not understood.", ScheduleState.Due::failure)
                .returns(clock.instant().plus(Duration.ofMinutes(5)), ScheduleState.Due::retryAt);
        assertThat(newestEntry("schedule.failed"))
                .contains(
                        "Could not start the run due ",
                        "It is tried again ",
                        "A custom instruction is not understood.");

        forward(Duration.ofMinutes(5));
        keeper.look();
        assertThat(runs.active()).as("it can be by now").isPresent();
    }

    @Test
    void whatNobodyExpectedIsTriedAgainAndTold() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        tenant.failsIn("requireAgent", new IllegalStateException("secret"));

        keeper.look();

        assertThat(Objects.requireNonNull(schedules.state().due()).failure())
                .startsWith("Something unexpected happened")
                .doesNotContain("secret");
        assertThat(schedules.state().due().retryAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
    }

    @Test
    void aFaultOfTheDatabaseThatPassesIsNoFailure() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        tenant.failsIn("requireAgent", new QueryTimeoutException("away", new SQLException("terminating", "57P01")));

        assertThatThrownBy(() -> keeper.look()).isInstanceOf(QueryTimeoutException.class);
        assertThat(schedules.state().due()).isNull();

        keeper.look();
        assertThat(runs.active()).isPresent();
    }

    @Test
    void aChangeTakesEffectAtOnceAlsoWhileATryWaits() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        keeper.look();
        fail(runs.active().orElseThrow());
        keeper.look();
        Instant retry = Objects.requireNonNull(schedules.state().due()).retryAt();

        assertThat(save(draft(Pace.DAILY, "03:00", "", "UTC", false))).hasValue(retry);

        forward(Duration.ofMinutes(30));
        keeper.look();
        assertThat(runs.active()).isEmpty();
        moveTo(today("03:00"));
        keeper.look();
        assertThat(runs.active()).isPresent();
        assertThat(runs.count()).isEqualTo(2);
    }

    @Test
    void turnedOffWhileItIsDueNothingStarts() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        save(draft(Pace.BY_HAND, "02:00", "", "UTC", false));

        keeper.look();
        assertThat(runs.count()).isZero();

        save(draft(Pace.DAILY, "02:00", "", "UTC", false));
        keeper.look();
        assertThat(runs.count()).as("what came before it was turned on again").isZero();
    }

    @Test
    void aRunThatGoesOnWhileTheScheduleIsTurnedOffIsNotStopped() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        keeper.look();
        Run run = runs.active().orElseThrow();
        save(draft(Pace.BY_HAND, "02:00", "", "UTC", false));

        byHand.carryOut(run);
        keeper.look();

        assertThat(runs.get(run.id()).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void whileARestoredDatabaseWaitsForAnOwnerNothingStartsAndThenOneRunCatchesUp() {
        daily("02:00");
        String newest = TestAuditFiles.key()
                .sign(new Checkpoint("log", 1_024, new byte[32], clock.instant()))
                .text();
        jdbc.sql(
                        "insert into audit_restoration (found_at, size_inside, size_outside, note) values (now(), 1, 1024, :note)")
                .param("note", newest)
                .update();
        forward(Duration.ofDays(3));
        keeper.look();
        assertThat(runs.count()).isZero();
        assertThat(schedules.isHeld()).isTrue();

        As.person(OWNER, () -> restorations.confirm(restorations.open().orElseThrow()));
        assertThat(schedules.isHeld()).isFalse();
        keeper.look();
        assertThat(runs.count()).isEqualTo(1);
    }

    @Test
    void aClockThatIsPutBackALittleRunsNothingTwice() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        keeper.look();
        byHand.carryOut(runs.active().orElseThrow());
        keeper.look();

        forward(Duration.ofMinutes(-10));
        keeper.look();
        forward(Duration.ofMinutes(11));
        keeper.look();

        assertThat(runs.count()).isEqualTo(1);
        assertThat(schedules.state().nextAt()).isEqualTo(dayAfter(clock.instant(), "02:00"));
    }

    @Test
    void aClockThatWasFarAheadDoesNotKeepTheScheduleWaiting() {
        daily("02:00");
        Instant right = clock.instant();
        forward(Duration.ofDays(400));
        keeper.look();
        byHand.carryOut(runs.active().orElseThrow());
        keeper.look();

        moveTo(right);
        keeper.look();
        moveTo(dayAfter(right, "02:00"));
        keeper.look();

        assertThat(runs.count()).isEqualTo(2);
    }

    @Test
    void ofTwoPortalsThatLookAtOnceOneStartsTheRun() throws InterruptedException {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        long passed = entries("schedule.passed");

        List<Thread> portals = List.of(Thread.ofVirtual().unstarted(keeper::look), new Thread(keeper::look));
        portals.forEach(Thread::start);
        for (Thread portal : portals) {
            portal.join();
        }

        assertThat(runs.count()).isEqualTo(1);
        assertThat(entries("schedule.passed")).isEqualTo(passed);
    }

    @Test
    void aRunByTheScheduleKeepsStatusAndAssigneeUnlessTheOwnerWantsThemReset() {
        tenant.has(that().was(WIPE, daysAgo(3)).facts());
        byHand.carryOut(As.person(OWNER, () -> runs.start()));
        daily("02:00");
        As.person(OWNER, () -> suggestions.manage(only(), SuggestionStatus.IN_PROGRESS, "Asked."));

        runWhenItIsTime();
        assertThat(only().status()).as("kept").isEqualTo(SuggestionStatus.IN_PROGRESS);

        save(draft(Pace.DAILY, "02:00", "", "UTC", true));
        runWhenItIsTime();
        assertThat(only().status()).as("reset").isEqualTo(SuggestionStatus.NOT_STARTED);

        save(draft(Pace.DAILY, "02:00", "", "UTC", false));
        As.person(OWNER, () -> suggestions.manage(only(), SuggestionStatus.IN_PROGRESS, "Asked."));
        byHand.carryOut(As.person(OWNER, () -> runs.start()));
        assertThat(only().status()).as("by hand, as the thresholds say").isEqualTo(SuggestionStatus.NOT_STARTED);
    }

    private void runWhenItIsTime() {
        moveTo(Objects.requireNonNull(schedules.state().nextAt()));
        keeper.look();
        byHand.carryOut(runs.active().orElseThrow());
        keeper.look();
    }

    private Suggestion only() {
        return suggestions.ofRun(runs.latestCompleted().orElseThrow().id()).getFirst();
    }

    private void giveUp() {
        daily("02:00");
        moveTo(dayAfter(clock.instant(), "02:00"));
        keeper.look();
        for (int minutes : List.of(5, 30, 120, 0)) {
            fail(runs.active().orElseThrow());
            keeper.look();
            forward(Duration.ofMinutes(minutes));
            keeper.look();
        }
        assertThat(schedules.state().givenUp()).isNotNull();
    }

    private void fail(Run run) {
        tenant.failsIn("read", new RunFailedException(AWAY, null));
        byHand.carryOut(run);
        assertThat(runs.get(run.id()).orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    }

    private void daily(String time) {
        save(draft(Pace.DAILY, time, "", "UTC", false));
    }

    private Optional<Instant> save(ScheduleDraft draft) {
        return As.person(OWNER, () -> schedules.save(schedules.current(), draft));
    }

    private static ScheduleDraft draft(Pace pace, String time, String cron, String zone, boolean resets) {
        return new ScheduleDraft(pace, Set.of(), time.isEmpty() ? null : LocalTime.parse(time), cron, zone, resets);
    }

    private Instant today(String time) {
        return dayAfter(clock.instant().minus(Duration.ofDays(1)), time);
    }

    private static Instant dayAfter(Instant instant, String time) {
        return Instant.parse(instant.plus(Duration.ofDays(1)).toString().substring(0, 10) + "T" + time + ":00Z");
    }

    private void moveTo(Instant at) {
        clock.forward(Duration.between(clock.instant(), at));
    }

    private void forward(Duration by) {
        clock.forward(by);
    }

    private List<String> queued() {
        return jdbc.sql("select task_instance from scheduled_tasks where task_name = 'run'")
                .query(String.class)
                .list();
    }

    private String newestEntry(String action) {
        return jdbc.sql(
                        "select actor_id || ': ' || summary from audit_entry where action = :action order by id desc limit 1")
                .param("action", action)
                .query(String.class)
                .single();
    }

    private long entries(String action) {
        return jdbc.sql("select count(*) from audit_entry where action = :action")
                .param("action", action)
                .query(Long.class)
                .single();
    }
}
