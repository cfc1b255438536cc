package org.deviceoffboarding.task.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.Roles;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskPriority;
import org.deviceoffboarding.task.TaskSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@PortalTest
@WithMockUser(username = "olga", roles = Roles.READER)
class TaskListTest {

    private static final int ROWS = 60;

    @Autowired
    private TaskListService tasks;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void fill() {
        long team = jdbc.sql("insert into team (name, saved_at) values ('Service desk', now()) returning id")
                .query(Long.class)
                .single();
        jdbc.sql("insert into team_member values (:team, 'olga', 'Olga')")
                .param("team", team)
                .update();
        jdbc.sql("""
                insert into task (title, source_kind, source_id, source_name, priority, due_on, note, ticket, status, assignee_kind,
                    assignee_id, assignee_name, taken, closed_at, created_at, created_by_id, created_by_name, updated_at,
                    updated_by_id, updated_by_name)
                select 'Task ' || n % 7, 'SUGGESTION', '1', 'Suggestion ' || n % 5,
                    (array['LOW', 'NORMAL', 'HIGH', 'URGENT'])[1 + n % 4],
                    case when n % 3 = 0 then null else current_date + n % 20 - 10 end, 'note ' || n, 'INC' || n,
                    (array['PENDING', 'ACTIVE', 'COMPLETED'])[1 + n % 3],
                    case when n % 3 = 1 then 'PERSON' when n % 6 = 2 then 'TEAM' end,
                    case when n % 3 = 1 then case when n % 2 = 0 then 'olga' else 'ben' end when n % 6 = 2 then :team end,
                    case when n % 3 = 1 then 'Somebody ' || n % 4 when n % 6 = 2 then 'Service desk' end,
                    n % 3 = 1, case when n % 3 = 2 then now() end,
                    now() - n * interval '1 hour', 'a', 'Ada', now() - (n * 7 % 60) * interval '1 hour', 'a', 'Ada'
                from generate_series(1, :rows) n
                """).param("team", Long.toString(team)).param("rows", ROWS).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "source", "status", "assignee", "due", "priority", "updatedAt", "createdAt"})
    void everyOrderIsTheSameWhetherItIsSortedOrReadOffAnIndex(String property) {
        TaskPick pick = new TaskPick(TaskFilter.NONE, List.of("PERSON:olga"), LocalDate.now());
        for (Sort sort : List.of(Sort.by(property), Sort.by(property).descending())) {
            List<Long> sorted = inPages(new TaskListRepository(jdbc), pick, sort);

            assertThat(inPages(new TaskListRepository(jdbc, 0), pick, sort)).isEqualTo(sorted);
            assertThat(sorted).hasSize(ROWS).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatHasNoValueComesLastInBothDirections() {
        for (Sort sort : List.of(Sort.by("due"), Sort.by("due").descending())) {
            assertThat(tasks.find(TaskFilter.NONE, PageRequest.of(0, ROWS, sort))
                            .getLast()
                            .details()
                            .dueOn())
                    .isNull();
        }
    }

    @Test
    void tasksAreTheirsTheirTeamsOrNobodys() {
        assertThat(find(new TaskFilter("", TaskWhose.MINE, null, null, null, null)))
                .hasSize(10)
                .allMatch(task -> name(task).startsWith("Somebody"));
        assertThat(find(new TaskFilter("", TaskWhose.TEAMS, null, null, null, null)))
                .hasSize(10)
                .allMatch(task -> name(task).equals("Service desk"));
        assertThat(find(new TaskFilter("", TaskWhose.NOBODYS, null, null, null, null)))
                .isNotEmpty()
                .allMatch(task -> task.standing().assignee() == null);
        assertThat(tasks.waiting()).as("those of the team have ended").isEqualTo(10);
    }

    @Test
    @WithMockUser(username = "nobody", roles = Roles.READER)
    void whoIsInNoTeamHasNoTasksOfTeams() {
        assertThat(find(new TaskFilter("", TaskWhose.TEAMS, null, null, null, null)))
                .isEmpty();
        assertThat(tasks.waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20_000})
    void everyFilterLeavesOutWhatDoesNotMatch(int few) {
        TaskListRepository list = new TaskListRepository(jdbc, few);
        LocalDate today = LocalDate.now();
        for (TaskState state : TaskState.values()) {
            assertThat(list.find(pick(new TaskFilter("", null, state, null, null, null)), all()))
                    .allMatch(task -> state.status().isEmpty()
                            || task.status() == state.status().get());
        }
        assertThat(list.find(pick(new TaskFilter("", null, TaskState.OPEN, null, null, null)), all()))
                .hasSize(40)
                .allMatch(task -> task.status().open());
        for (TaskDue due : TaskDue.values()) {
            assertThat(list.find(pick(new TaskFilter("", null, null, null, due, null)), all()))
                    .as(due.label())
                    .allMatch(task -> switch (due) {
                        case OVERDUE -> due(task).isBefore(today);
                        case WEEK -> !due(task).isAfter(today.plusDays(6));
                        case LATER -> due(task).isAfter(today.plusDays(6));
                        case NO_DAY -> task.details().dueOn() == null;
                    });
        }
        assertThat(list.find(pick(new TaskFilter("", null, null, TaskSource.Kind.REQUEST, null, null)), all()))
                .isEmpty();
        assertThat(list.find(pick(new TaskFilter("", null, null, null, null, TaskPriority.HIGH)), all()))
                .hasSize(15)
                .allMatch(task -> task.details().priority() == TaskPriority.HIGH);
    }

    @Test
    void tasksAreFoundByAnyOfTheirWordsAndByTheirNumber() {
        assertThat(find(searching("INC17"))).hasSize(1);
        assertThat(find(searching("suggestion 3"))).hasSize(12);
        assertThat(find(searching("SERVICE"))).hasSize(10);
        assertThat(find(searching("note_"))).as("taken literally").isEmpty();
        Task any = tasks.find(TaskFilter.NONE, all()).getFirst();
        assertThat(find(searching(Long.toString(any.id())))).contains(any);
    }

    @Test
    void anExportHasEachOnce() {
        List<Long> all = new ArrayList<>();
        ExportPage<TaskPick, Task> part = tasks.export(TaskFilter.NONE, Sort.by("title"));
        part.rows().forEach(task -> all.add(task.id()));
        while (part.more()) {
            part = tasks.export(part);
            part.rows().forEach(task -> all.add(task.id()));
        }

        assertThat(all).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void nobodySortsByAnythingElse() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> tasks.find(TaskFilter.NONE, PageRequest.of(0, 1, Sort.by("note"))));
    }

    private List<Task> find(TaskFilter filter) {
        List<Task> found = tasks.find(filter, all());
        assertThat(tasks.count(filter)).isEqualTo(found.size());
        return found;
    }

    private static List<Long> inPages(TaskListRepository list, TaskPick pick, Sort sort) {
        List<Long> all = new ArrayList<>();
        for (int page = 0; page < ROWS / 7 + 1; page++) {
            list.find(pick, PageRequest.of(page, 7, sort)).forEach(task -> all.add(task.id()));
        }
        return all;
    }

    private static TaskPick pick(TaskFilter filter) {
        return new TaskPick(filter, List.of("PERSON:olga"), LocalDate.now());
    }

    private static TaskFilter searching(String text) {
        return new TaskFilter(text, null, null, null, null, null);
    }

    private static String name(Task task) {
        return Objects.requireNonNull(task.standing().assignee()).name();
    }

    private static LocalDate due(Task task) {
        return Objects.requireNonNull(task.details().dueOn());
    }

    private static PageRequest all() {
        return PageRequest.of(0, ROWS);
    }
}
