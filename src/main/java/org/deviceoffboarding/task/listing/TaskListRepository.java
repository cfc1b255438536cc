package org.deviceoffboarding.task.listing;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.deviceoffboarding.base.ExportPage;
import org.deviceoffboarding.base.FilterParameters;
import org.deviceoffboarding.base.RowKey;
import org.deviceoffboarding.base.listing.ExportedRows;
import org.deviceoffboarding.base.listing.IndexedRows;
import org.deviceoffboarding.base.listing.ListedRows;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.base.listing.RowOrder;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists tasks: each order is read off an index, and few that match are sorted. */
@Repository
class TaskListRepository {

    /** The only columns a caller may sort by, so that no text from outside reaches the statement. */
    private static final Map<String, String> SORTABLE = Map.of(
            "title", "title_key",
            "source", "source_key",
            "status", "status_rank",
            "assignee", "assignee_sort",
            "due", "due_on",
            "priority", "priority_rank",
            "updatedAt", "updated_at",
            "createdAt", "created_at");

    private static final Set<String> BLANKS = Set.of("assignee_sort", "due_on");

    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

    private final JdbcClient jdbc;
    private final IndexedRows<Task> rows;
    private final ExportedRows<Task> exported;

    @Autowired
    TaskListRepository(JdbcClient jdbc) {
        this(jdbc, IndexedRows.FEW);
    }

    /** @param few how many are sorted at most; what is found does not depend on it */
    TaskListRepository(JdbcClient jdbc, int few) {
        this.jdbc = jdbc;
        this.rows = new IndexedRows<>(jdbc, few, TaskRows::toTask);
        this.exported = new ExportedRows<>(rows, RowKey.descending("id", Task::id), false);
    }

    List<Task> find(TaskPick pick, Pageable page) {
        return rows.page(listed(pick), order(page.getSort()), page);
    }

    RowCount roughly(TaskPick pick) {
        return rows.count(listed(pick));
    }

    long count(TaskPick pick) {
        return rows.countAll(listed(pick));
    }

    /** Returns how many open tasks that are not put off are assigned to one of these. */
    long waiting(List<String> ownKeys) {
        return jdbc.sql("select count(*) from task where assignee = any(:own) and open and snoozed_until is null")
                .param("own", ownKeys.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    ExportPage<TaskPick, Task> export(TaskPick pick, Sort sort) {
        return exported.first(pick, listed(pick), page -> find(pick, page), sort);
    }

    ExportPage<TaskPick, Task> export(ExportPage<TaskPick, Task> before) {
        return exported.next(before, listed(before.of()));
    }

    private static RowOrder order(Sort sort) {
        Sort.Order first = sort.stream().findFirst().orElse(Sort.Order.desc("updatedAt"));
        String column = SORTABLE.get(first.getProperty());
        if (column == null) {
            throw new IllegalArgumentException("Cannot sort by '" + first.getProperty() + "'");
        }
        return new RowOrder(column, BLANKS.contains(column), List.of("id"), first.isAscending());
    }

    private static ListedRows listed(TaskPick pick) {
        TaskFilter filter = pick.filter();
        String text = filter.text().strip();
        return new ListedRows(
                "task",
                "id",
                "task w on w.id = e.id",
                " where true" + whose(filter) + state(filter) + due(filter)
                        + (filter.source() == null ? "" : " and e.source_kind = :source")
                        + (filter.priority() == null ? "" : " and e.priority = :priority")
                        + (text.isEmpty() ? "" : byText(text)),
                FilterParameters.search(text)
                        .with("number", NUMBER.matcher(text).matches() ? Long.valueOf(text) : null)
                        .with("person", pick.person())
                        .with("teams", pick.teams().toArray(String[]::new))
                        .with(
                                "status",
                                filter.state() == null
                                        ? null
                                        : filter.state().status().orElse(null))
                        .with("source", filter.source())
                        .with("priority", filter.priority())
                        .with("today", pick.today())
                        .values(),
                !filter.equals(TaskFilter.NONE),
                OptionalLong.empty());
    }

    private static String byText(String text) {
        String pattern = " e.search_text like lower(:pattern)";
        return NUMBER.matcher(text).matches() ? " and (e.id = :number or" + pattern + ")" : " and" + pattern;
    }

    private static String whose(TaskFilter filter) {
        return switch (filter.whose()) {
            case null -> "";
            case MINE -> " and e.assignee = :person";
            case TEAMS -> " and e.assignee = any(:teams)";
            case NOBODYS -> " and e.assignee is null";
        };
    }

    private static String state(TaskFilter filter) {
        return switch (filter.state()) {
            case null -> "";
            case OPEN -> " and e.open";
            case SNOOZED -> " and e.snoozed_until is not null";
            case ALL_DONE -> " and e.devices > 0 and e.settled = e.devices and e.status in ('PENDING', 'ACTIVE')";
            case PENDING, ACTIVE, NEEDS_APPROVAL, COMPLETED, REJECTED, EXPIRED -> " and e.status = :status";
        };
    }

    private static String due(TaskFilter filter) {
        return switch (filter.due()) {
            case null -> "";
            case OVERDUE -> " and e.open and e.due_on < :today";
            case WEEK -> " and e.open and e.due_on between :today and :today + 6";
            case LATER -> " and e.due_on > :today + 6";
            case NO_DAY -> " and e.due_on is null";
        };
    }
}
