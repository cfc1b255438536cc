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
                .isEqualTo("status from “Pending” to “Active”, assigned to from nothing to “Ada”,"
                        + " due from nothing to “3 December 2026”");
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
