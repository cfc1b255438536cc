package org.deviceoffboarding.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.deviceoffboarding.base.assignee.Assignee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How tasks get from status to status. */
class TaskStandingTest {

    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Assignee ADA = Assignee.person("ada", "Ada");
    private static final Assignee BEN = Assignee.person("ben", "Ben");
    private static final Assignee TEAM = Assignee.team(7, "Service desk");
    private static final TaskStanding.Snooze LATER =
            new TaskStanding.Snooze(LocalDate.of(2026, 12, 24), "waits for the owner");

    @Test
    void whoeverAssignsATaskToThemselfTakesItOn() {
        assertThat(TaskStanding.begin(ADA, "ada", false).status()).isEqualTo(TaskStatus.ACTIVE);
        assertThat(TaskStanding.begin(ADA, "ben", false).status()).isEqualTo(TaskStatus.PENDING);
        assertThat(TaskStanding.begin(TEAM, "ada", false).status()).isEqualTo(TaskStatus.PENDING);
        assertThat(TaskStanding.begin(null, "ada", false).status()).isEqualTo(TaskStatus.PENDING);
        assertThat(TaskStanding.begin(BEN, "ada", false).assigned(ADA, "ada").status())
                .isEqualTo(TaskStatus.ACTIVE);
    }

    @Test
    void aTaskOfAnotherIsPendingUntilThatOneTakesItOn() {
        TaskStanding adas = TaskStanding.begin(ADA, "ada", false);

        TaskStanding bens = adas.assigned(BEN, "ada");
        assertThat(bens.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(bens.taken()).isFalse();

        assertThat(bens.takenBy(BEN).status()).isEqualTo(TaskStatus.ACTIVE);
        assertThat(TaskStanding.begin(TEAM, "ada", false).takenBy(BEN).assignee())
                .isEqualTo(BEN);
    }

    @Test
    void toAssignItToTheSameOneAgainChangesNothing() {
        TaskStanding adas = TaskStanding.begin(ADA, "ada", false);

        assertThat(adas.assigned(Assignee.person("ada", "Ada"), "ben")).isEqualTo(adas);
    }

    @Test
    void aSnoozedTaskComesBackToWhoseItWas() {
        TaskStanding snoozed = TaskStanding.begin(ADA, "ada", false).snoozed(LATER);
        assertThat(snoozed.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(snoozed.snooze()).isEqualTo(LATER);

        assertThat(snoozed.woken()).isEqualTo(TaskStanding.begin(ADA, "ada", false));
        assertThat(TaskStanding.begin(TEAM, "ada", false).snoozed(LATER).woken())
                .isEqualTo(TaskStanding.begin(TEAM, "ada", false));
        refused(TaskStanding.begin(ADA, "ada", false), TaskStanding::woken);
    }

    @Test
    void whatIsHandedOnWhileItIsSnoozedStaysSnoozed() {
        TaskStanding handed =
                TaskStanding.begin(ADA, "ada", false).snoozed(LATER).assigned(BEN, "ada");

        assertThat(handed.snooze()).isEqualTo(LATER);
        assertThat(handed.woken().status()).isEqualTo(TaskStatus.PENDING);
    }

    @Test
    void whatHasEndedIsOnlyOpenedAgain() {
        for (TaskStanding ended : List.of(
                TaskStanding.begin(ADA, "ada", false).completed(NOW),
                TaskStanding.begin(ADA, "ada", false).rejected(NOW, "not ours"),
                TaskStanding.begin(ADA, "ada", false).snoozed(LATER).expired(NOW))) {
            assertThat(ended.snooze()).isNull();
            refused(ended, it -> it.completed(NOW));
            refused(ended, it -> it.assigned(BEN, "ben"));
            refused(ended, it -> it.takenBy(BEN));
            refused(ended, it -> it.snoozed(LATER));

            TaskStanding open = ended.reopened();
            assertThat(open.status()).isEqualTo(TaskStatus.PENDING);
            assertThat(open.closing()).isNull();
            assertThat(open.assignee()).isEqualTo(ADA);
        }
        refused(TaskStanding.begin(ADA, "ada", false), TaskStanding::reopened);
    }

    @Test
    void onlyItsRequestChangesTheStatusOfATaskThatNeedsApproval() {
        TaskStanding waiting = TaskStanding.begin(null, "ada", true);
        assertThat(waiting.status()).isEqualTo(TaskStatus.NEEDS_APPROVAL);

        refused(waiting, it -> it.completed(NOW));
        refused(waiting, it -> it.rejected(NOW, "no"));
        refused(waiting, it -> it.expired(NOW));
        refused(waiting, it -> it.snoozed(LATER));
        refused(waiting, it -> it.takenBy(ADA));

        assertThat(waiting.assigned(BEN, "ada").status()).isEqualTo(TaskStatus.NEEDS_APPROVAL);
        assertThat(waiting.assigned(BEN, "ada").decided().status()).isEqualTo(TaskStatus.PENDING);
        assertThat(waiting.assigned(ADA, "ada").decided().status()).isEqualTo(TaskStatus.ACTIVE);
        refused(waiting.decided(), TaskStanding::decided);
    }

    @Test
    void aStepIsTakenBackToWhereItWas() {
        TaskStanding before = TaskStanding.begin(ADA, "ada", false);

        assertThat(before.completed(NOW).undoneTo(before)).isEqualTo(before);
        assertThat(before.assigned(BEN, "ada").undoneTo(before)).isEqualTo(before);
        assertThat(before.completed(NOW).reopened().undoneTo(before.completed(NOW)))
                .isEqualTo(before.completed(NOW));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> before.undoneTo(TaskStanding.begin(null, "ada", true)));
    }

    @ParameterizedTest
    @EnumSource(TaskStatus.class)
    void everyStatusIsReachedAndLeadsSomewhere(TaskStatus status) {
        Set<TaskTransition> usual = Arrays.stream(TaskTransition.values())
                .filter(each -> !each.undoes())
                .collect(Collectors.toSet());

        assertThat(usual).anyMatch(each -> each.to() == status);
        assertThat(usual).anyMatch(each -> each.from().contains(status));
        assertThat(usual.stream().filter(each -> each.from().contains(status) && !status.open()))
                .allMatch(each -> each == TaskTransition.REOPEN);
    }

    @Test
    void aTaskExpiresThirtyDaysAfterTheEndOfTheDayThatItWasDueOn() {
        Task task = ATask.due(LocalDate.of(2026, 12, 1));

        assertThat(task.expiresOn()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(ATask.due(null).expiresOn()).isNull();
    }

    @Test
    void whatIsOpenedAgainLosesADueDateThatIsOver() {
        Task task = ATask.due(LocalDate.of(2026, 12, 1));
        Task ended = task.with(task.standing().completed(NOW));

        assertThat(ended.reopened(LocalDate.of(2026, 12, 1)).details().dueOn()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(ended.reopened(LocalDate.of(2026, 12, 2)).details().dueOn()).isNull();
    }

    private static void refused(TaskStanding standing, UnaryOperator<TaskStanding> change) {
        assertThatExceptionOfType(TaskRefusedException.class).isThrownBy(() -> change.apply(standing));
    }
}
