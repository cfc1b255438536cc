package org.deviceoffboarding.task.work;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.deviceoffboarding.notification.NoticeKind;
import org.deviceoffboarding.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Of which last day of a task each person was told last. Somebody who was told of one day, then of another, and of the first again is
 * told three times, since each is news; a day that is moved away and back before they were told of another one is none.
 */
@Repository
class DueTold {

    private final JdbcClient jdbc;

    DueTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody whom the last day of a task concerns. */
    record Concerned(long taskId, String personId) {}

    /** Notes that people are told of the days that their tasks are due on now, and returns those for whom that is news. */
    Set<Concerned> note(NoticeKind kind, List<Told> all) {
        List<Told> ordered = all.stream()
                .sorted(Comparator.comparing((Told told) -> told.task().id()).thenComparing(Told::personId))
                .toList();
        return new HashSet<>(jdbc.sql("""
                insert into task_due_told as told (task_id, person_id, kind, due_on)
                select task_id, person_id, :kind, due_on
                from unnest(cast(:tasks as bigint[]), cast(:people as text[]), cast(:days as date[]))
                    as now (task_id, person_id, due_on)
                on conflict (task_id, person_id, kind) do update set due_on = excluded.due_on
                    where told.due_on <> excluded.due_on
                returning task_id, person_id
                """)
                .param("kind", kind.name())
                .param("tasks", ordered.stream().map(told -> told.task().id()).toArray(Long[]::new))
                .param("people", texts(ordered, Told::personId))
                .param(
                        "days",
                        texts(
                                ordered,
                                told -> Objects.requireNonNull(
                                                told.task().details().dueOn())
                                        .toString()))
                .query((row, number) -> new Concerned(row.getLong("task_id"), row.getString("person_id")))
                .list());
    }

    private static String[] texts(List<Told> all, Function<Told, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** A person, and a task that has a last day. Each pair once. */
    record Told(Task task, String personId) {}
}
