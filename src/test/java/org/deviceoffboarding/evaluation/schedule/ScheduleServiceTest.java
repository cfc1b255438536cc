package org.deviceoffboarding.evaluation.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.deviceoffboarding.As;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.ChangedMeanwhileException;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.evaluation.EvaluationTest;
import org.deviceoffboarding.evaluation.schedule.ScheduleDraft.Pace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;

/** Monday 23 November 2026, 09:00 UTC, throughout. */
@EvaluationTest
@WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.OWNER})
class ScheduleServiceTest {

    private static final Actor OWNER = new Actor("p-1", "olivia@contoso.example");
    private static final LocalTime TWO = LocalTime.of(2, 0);

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void startAfresh() {
        jdbc.sql("truncate run_schedule, run_schedule_state cascade").update();
    }

    @Test
    void runsStartByHandOnlyUntilAnOwnerSavesSomethingElse() {
        assertThat(schedules.current()).isEqualTo(Schedule.OFF);
        assertThat(schedules.current().words()).isEqualTo("by hand only");
        assertThat(schedules.next()).isEmpty();
    }

    @Test
    void whatIsSavedIsFoundAgain() {
        save(new ScheduleDraft(Pace.DAILY, Set.of(), LocalTime.of(2, 30, 59), "", "Europe/Berlin", false));
        assertThat(schedules.current())
                .returns(1L, Schedule::version)
                .returns(true, Schedule::on)
                .returns(new Recurrence.Daily(LocalTime.of(2, 30)), Schedule::recurrence)
                .returns(ZoneId.of("Europe/Berlin"), Schedule::zone)
                .returns(false, Schedule::resets)
                .returns(OWNER, Schedule::savedBy);
        assertThat(schedules.current().words()).isEqualTo("daily at 02:30, Europe/Berlin");

        save(new ScheduleDraft(
                Pace.WEEKLY, Set.of(DayOfWeek.THURSDAY, DayOfWeek.MONDAY), TWO, "", "Asia/Kathmandu", true));
        assertThat(schedules.current().words()).isEqualTo("on Mondays, Thursdays at 02:00, Asia/Kathmandu");
        assertThat(schedules.current().resets()).isTrue();

        save(new ScheduleDraft(Pace.CRON, Set.of(), null, " 0 2  * * mon-fri", "UTC", true));
        assertThat(schedules.current().words()).isEqualTo("by the cron line 0 2 * * MON-FRI, UTC");
        assertThat(schedules.state().nextAt()).isEqualTo(Instant.parse("2026-11-24T02:00:00Z"));
    }

    @Test
    void turnedOffItRemembersItsTimes() {
        save(new ScheduleDraft(Pace.DAILY, Set.of(), TWO, "", "Europe/Berlin", true));
        save(new ScheduleDraft(Pace.BY_HAND, Set.of(), null, "", "", false));

        assertThat(schedules.current())
                .returns(false, Schedule::on)
                .returns(new Recurrence.Daily(TWO), Schedule::recurrence)
                .returns(ZoneId.of("Europe/Berlin"), Schedule::zone)
                .returns(true, Schedule::resets);
        assertThat(schedules.state().nextAt()).isNull();
        assertThat(schedules.next()).isEmpty();
    }

    @Test
    void theLogSaysWhatItIsAndWhatItWas() {
        save(new ScheduleDraft(Pace.DAILY, Set.of(), TWO, "", "Europe/Berlin", false));
        save(new ScheduleDraft(Pace.DAILY, Set.of(), TWO, "", "Asia/Kathmandu", true));

        assertThat(jdbc.sql(
                                "select summary from audit_entry where action = 'schedule.changed' order by id desc limit 2")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Changed when runs start: daily at 02:00, Asia/Kathmandu, with all suggestions anew (was daily at 02:00,"
                                + " Europe/Berlin)",
                        "Changed when runs start: daily at 02:00, Europe/Berlin (was by hand only)");
        assertThat(jdbc.sql("select details::text from audit_entry order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("\"Europe/Berlin\"", "\"Asia/Kathmandu\"", "before", "after", "resets")
                .doesNotContain("times");
    }

    @Test
    void whatIsNotDifferentIsNotSaved() {
        ScheduleDraft draft = new ScheduleDraft(Pace.DAILY, Set.of(), TWO, "", "Europe/Berlin", false);
        save(draft);
        save(draft);

        assertThat(schedules.current().version()).isEqualTo(1);
    }

    @Test
    void ofTwoOwnersTheSecondIsTold() {
        Schedule seenByBoth = schedules.current();
        save(new ScheduleDraft(Pace.DAILY, Set.of(), TWO, "", "Europe/Berlin", false));

        assertThatExceptionOfType(ChangedMeanwhileException.class)
                .isThrownBy(() ->
                        schedules.save(seenByBoth, new ScheduleDraft(Pace.DAILY, Set.of(), TWO, "", "UTC", false)));
        assertThat(schedules.current().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void whatIsNoScheduleIsRefusedAtItsField() {
        refused(Pace.DAILY, Set.of(), null, "", "UTC", "time", "Enter a time, such as 02:00.");
        refused(Pace.WEEKLY, Set.of(), TWO, "", "UTC", "days", "Pick at least one day.");
        refused(Pace.CRON, Set.of(), null, "0 2 * *", "UTC", "cron", null);
        for (String zone : new String[] {"", "Berlin", "+02:00", "UTC+2", "europe/berlin"}) {
            refused(
                    Pace.DAILY,
                    Set.of(),
                    TWO,
                    "",
                    zone,
                    "zone",
                    "Pick a time zone by its name, such as Europe/Berlin.");
        }
        assertThat(schedules.current().version()).isZero();
    }

    @Test
    void theNextFiveTimesAreShownBeforeAnythingIsSaved() {
        assertThat(schedules.next(new ScheduleDraft(
                        Pace.WEEKLY, Set.of(DayOfWeek.MONDAY), LocalTime.of(10, 0), "", "Europe/Berlin", false)))
                .containsExactly(
                        Instant.parse("2026-11-30T09:00:00Z"),
                        Instant.parse("2026-12-07T09:00:00Z"),
                        Instant.parse("2026-12-14T09:00:00Z"),
                        Instant.parse("2026-12-21T09:00:00Z"),
                        Instant.parse("2026-12-28T09:00:00Z"));
        assertThat(schedules.current().version()).isZero();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.OPERATOR, Roles.APPROVER, Roles.AUDITOR})
    void onlyAnOwnerChangesItAndEverybodySeesIt() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> save(new ScheduleDraft(Pace.DAILY, Set.of(), TWO, "", "UTC", false)));
        assertThat(schedules.current().version()).isZero();
        assertThat(schedules.state()).isEqualTo(ScheduleState.NONE);
    }

    private void save(ScheduleDraft draft) {
        As.person(OWNER, () -> schedules.save(schedules.current(), draft));
    }

    private void refused(
            Pace pace,
            Set<DayOfWeek> days,
            @Nullable LocalTime time,
            String cron,
            String zone,
            String field,
            @Nullable String reason) {
        assertThatExceptionOfType(ScheduleRefusedException.class)
                .isThrownBy(() -> save(new ScheduleDraft(pace, days, time, cron, zone, false)))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo(field);
                    if (reason != null) {
                        assertThat(refused.reason()).isEqualTo(reason);
                    }
                });
    }
}
