package org.deviceoffboarding.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.assignee.Assignee;
import org.deviceoffboarding.base.assignee.AssigneeKind;
import org.jspecify.annotations.Nullable;

/** How tasks are read from rows of their table, for the repositories of this module. */
public final class TaskRows {

    private TaskRows() {}

    public static Task toTask(ResultSet row, int number) throws SQLException {
        return new Task(
                row.getLong("id"),
                new TaskSource(
                        TaskSource.Kind.valueOf(row.getString("source_kind")),
                        row.getString("source_id"),
                        row.getString("source_name")),
                new TaskDetails(
                        row.getString("title"),
                        TaskPriority.valueOf(row.getString("priority")),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("note"),
                        row.getString("ticket")),
                toStanding(row, ""),
                row.getInt("devices"),
                row.getInt("settled"),
                row.getLong("devices_version"),
                Sql.instant(row, "created_at"),
                new Actor(row.getString("created_by_id"), row.getString("created_by_name")),
                Sql.instant(row, "updated_at"),
                new Actor(row.getString("updated_by_id"), row.getString("updated_by_name")),
                row.getLong("version"));
    }

    /** @param prefix of the columns' names, where they are read beside others */
    public static TaskStanding toStanding(ResultSet row, String prefix) throws SQLException {
        LocalDate until = row.getObject(prefix + "snoozed_until", LocalDate.class);
        Instant closed = Sql.instantOrNull(row, prefix + "closed_at");
        return new TaskStanding(
                TaskStatus.valueOf(row.getString(prefix + "status")),
                toAssignee(row, prefix),
                row.getBoolean(prefix + "taken"),
                until == null ? null : new TaskStanding.Snooze(until, row.getString(prefix + "snooze_reason")),
                closed == null ? null : new TaskStanding.Closing(closed, row.getString(prefix + "closing_reason")));
    }

    private static @Nullable Assignee toAssignee(ResultSet row, String prefix) throws SQLException {
        String kind = row.getString(prefix + "assignee_kind");
        return kind == null
                ? null
                : new Assignee(
                        AssigneeKind.valueOf(kind),
                        row.getString(prefix + "assignee_id"),
                        row.getString(prefix + "assignee_name"));
    }
}
