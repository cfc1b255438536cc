package org.deviceoffboarding.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.deviceoffboarding.base.assignee.Assignee;
import org.junit.jupiter.api.Test;

class TaskDiffTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);

    @Test
    void whatIsDifferentIsSaidAsPeopleReadIt() {
        Task before = ATask.due(null);
        Task after = before.with(before.details().due(DAY))
                .with(before.standing().assigned(Assignee.person("ada", "Ada"), "ada"));

        assertThat(TaskDiff.inSentence(TaskDiff.of(before, after)))
                .isEqualTo("status from “Pending” to “Active”, assigned to “Ada”,"
                        + " due from nothing to “3 December 2026”");
    }

    @Test
    void whoseATaskBecomesAndThatItsSnoozeEndsIsSaidInPlainWords() {
        Task nobodys = ATask.due(null);
        Task adas = nobodys.with(nobodys.standing().assigned(Assignee.person("ada", "Ada"), "olga"));
        Task teams = adas.with(adas.standing().assigned(Assignee.team(1, "Service desk"), "olga"));
        Task snoozed = adas.with(adas.standing().snoozed(new TaskStanding.Snooze(DAY, "waits")));
        Task later = adas.with(adas.standing().snoozed(new TaskStanding.Snooze(DAY.plusDays(1), "waits")));

        assertThat(words(nobodys, adas)).isEqualTo("assigned to “Ada”");
        assertThat(words(adas, teams)).isEqualTo("assigned to “Service desk”, after “Ada”");
        assertThat(words(adas, nobodys)).isEqualTo("assigned to nobody, after “Ada”");
        assertThat(words(adas, snoozed)).isEqualTo("snoozed until “3 December 2026”");
        assertThat(words(snoozed, later)).isEqualTo("snoozed until “4 December 2026”, before until “3 December 2026”");
        assertThat(words(snoozed, adas)).isEqualTo("no longer snoozed until “3 December 2026”");
    }

    private static String words(Task before, Task after) {
        return TaskDiff.inSentence(TaskDiff.of(before, after));
    }

    @Test
    void whatIsTheSameIsNoDifference() {
        assertThat(TaskDiff.of(ATask.due(DAY), ATask.due(DAY))).isEmpty();
    }

    @Test
    void someoneWhoComesSecondIsToldWhatTheFirstChanged() {
        Task seen = ATask.due(null);

        TaskChangedException changed =
                new TaskChangedException(seen, seen.with(seen.details().due(DAY)));

        assertThat(changed).hasMessage("Ada changed this task meanwhile: due from nothing to “3 December 2026”.");
        assertThat(changed.meanwhile()).containsExactly(new TaskDiff.Difference(TaskField.DUE, "", "3 December 2026"));
    }
}
