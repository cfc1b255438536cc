package org.deviceoffboarding.task.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.remediation.request.RequestStatus;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what becomes of tasks without anybody doing it. Reads what inventory and remediation declare. */
@Repository
class WatchedTaskRepository {

    /** What each device of some tasks is now, where that is something else than before. */
    private static final String MOVED = """
            select d.task_id, d.object_id, n.device_id, n.is_there, n.state
            from task_device d
                left join inventory_device e on e.run_id = :run and e.object_id = d.object_id
                cross join lateral (
                    select coalesce(e.device_id, d.device_id) as device_id,
                        exists (
                            select from inventory_record r
                            where r.run_id = :run and r.entra_device_id = coalesce(e.device_id, d.device_id)) as is_there) m
                cross join lateral (
                    select m.device_id, m.is_there,
                        case when e.object_id is null then 'GONE'
                             when m.is_there and not d.in_intune and d.state <> 'NOT_KNOWN' then 'BACK'
                             when e.account_enabled is false then 'DISABLED'
                             else 'THERE' end as state) n
            where n.state <> d.state""";

    private final JdbcClient jdbc;

    WatchedTaskRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Up to where devices were looked at.
     *
     * @param runId whose copy of the tenant they were looked up in
     */
    record Looked(long runId, Instant at) {}

    Optional<Looked> looked() {
        return jdbc.sql("select run_id, looked_at from task_watch")
                .query((row, number) -> new Looked(row.getLong("run_id"), Sql.instant(row, "looked_at")))
                .optional();
    }

    void looked(Looked now) {
        jdbc.sql("""
                insert into task_watch (run_id, looked_at) values (:run, :at)
                on conflict (only_one) do update set run_id = excluded.run_id, looked_at = excluded.looked_at
                """)
                .param("run", now.runId())
                .param("at", Sql.timestamp(now.at()))
                .update();
    }

    long lastTask() {
        return jdbc.sql("select coalesce(max(id), 0) from task")
                .query(Long.class)
                .single();
    }

    /**
     * A task that has a device which is something else now.
     *
     * @param devices how many it has in all
     */
    record Moved(long taskId, int devices) {}

    /** Returns the tasks from one number to before another that have a device which is something else now. */
    List<Moved> moved(long run, long from, long until) {
        return moved(run, " and d.task_id >= :from and d.task_id < :until", Map.of("from", from, "until", until));
    }

    /** As {@link #moved(long, long, long)}, of tasks of some devices. */
    List<Moved> moved(long run, Collection<UUID> devices) {
        return moved(run, " and d.object_id = any(:devices)", Map.of("devices", devices.toArray(UUID[]::new)));
    }

    private List<Moved> moved(long run, String which, Map<String, ?> parameters) {
        return jdbc.sql("select id, devices from task where id in (select task_id from (" + MOVED + which
                        + ") moved) order by id")
                .param("run", run)
                .params(parameters)
                .query((row, number) -> new Moved(row.getLong("id"), row.getInt("devices")))
                .list();
    }

    /** Notes what the devices of tasks are now. The tasks are locked. */
    void move(long run, List<Task> tasks, Instant now) {
        Long[] ids = tasks.stream().map(Task::id).toArray(Long[]::new);
        jdbc.sql("""
                update task_device d
                set state = n.state, state_since = :now, device_id = n.device_id, moved_in = t.devices_version + 1,
                    in_intune = case d.state when 'NOT_KNOWN' then n.is_there else d.in_intune end
                from (%s and d.task_id = any(:ids)) n join task t on t.id = n.task_id
                where d.task_id = n.task_id and d.object_id = n.object_id
                """.formatted(MOVED))
                .param("run", run)
                .param("now", Sql.timestamp(now))
                .param("ids", ids)
                .update();
        jdbc.sql("""
                update task t set settled = c.settled, devices_version = c.newest
                from (select task_id, count(*) filter (where state in ('DISABLED', 'GONE', 'BACK')) as settled,
                          max(moved_in) as newest
                      from task_device where task_id = any(:ids) group by task_id) c
                where t.id = c.task_id and t.devices_version <> c.newest
                """).param("ids", ids).update();
    }

    /** Writes into the history of tasks how many of their devices are done, where that is another number than before. */
    void noteSettled(List<Task> before, Instant now) {
        jdbc.sql("""
                insert into task_change (task_id, at, by_id, by_name, what, was, became)
                select t.id, :now, :byId, :byName, 'DEVICES', b.settled || ' of ' || t.devices, t.settled || ' of ' || t.devices
                from unnest(cast(:ids as bigint[]), cast(:settled as integer[])) as b (id, settled)
                    join task t on t.id = b.id
                where t.settled <> b.settled
                order by t.id
                """)
                .param("now", Sql.timestamp(now))
                .param("byId", Actor.PORTAL.id())
                .param("byName", Actor.PORTAL.name())
                .param("ids", before.stream().map(Task::id).toArray(Long[]::new))
                .param("settled", before.stream().map(Task::settled).toArray(Integer[]::new))
                .update();
    }

    /** Returns tasks whose snooze is over, the oldest first. */
    List<Long> toWake(LocalDate today, int most) {
        return jdbc.sql("select id from task where snoozed_until <= :today order by id limit :limit")
                .param("today", today)
                .param("limit", most)
                .query(Long.class)
                .list();
    }

    /** Returns tasks that have expired, the oldest first. */
    List<Long> toExpire(LocalDate today, int most) {
        return jdbc.sql("""
                select id from task where open and due_on < :day and status <> 'NEEDS_APPROVAL' order by id limit :limit
                """)
                .param("day", today.minusDays(Task.DAYS_UNTIL_EXPIRY))
                .param("limit", most)
                .query(Long.class)
                .list();
    }

    /** Notes of open tasks that are due soon that whose they are is told of that, and returns them; each once for each day and assignee. */
    List<Task> noteDue(LocalDate today, LocalDate last, int most) {
        return jdbc.sql("""
                update task set due_told = due_on
                where id in (select id from task
                             where open and due_on between :today and :last and due_told is distinct from due_on
                             order by id limit :limit for no key update skip locked)
                returning *
                """)
                .param("today", today)
                .param("last", last)
                .param("limit", most)
                .query(TaskRows::toTask)
                .list();
    }

    /** As {@link #noteDue}, of open tasks whose last day is over. */
    List<Task> noteOverdue(LocalDate today, int most) {
        return jdbc.sql("""
                update task set overdue_told = due_on
                where id in (select id from task
                             where open and due_on < :today and overdue_told is distinct from due_on
                             order by id limit :limit for no key update skip locked)
                returning *
                """)
                .param("today", today)
                .param("limit", most)
                .query(TaskRows::toTask)
                .list();
    }

    /**
     * What became of a request.
     *
     * @param by who decided about it; null where nobody did
     * @param note what they wrote to it; may be empty
     */
    record Decided(RequestStatus status, @Nullable Actor by, String note) {}

    /** Returns what became of the request of each task that waits for it though it waits for nobody any more. */
    Map<Long, Decided> decided() {
        Map<Long, Decided> decided = new HashMap<>();
        jdbc.sql("""
                select t.id, r.status, r.decided_by_id, r.decided_by_name, r.decision_note
                from task t join request_standing r on r.request_id = cast(t.source_id as bigint)
                where t.status = 'NEEDS_APPROVAL' and r.status <> 'WAITING'
                """).query(row -> {
            decided.put(row.getLong("id"), toDecided(row));
        });
        return decided;
    }

    private static Decided toDecided(ResultSet row) throws SQLException {
        String by = row.getString("decided_by_id");
        return new Decided(
                RequestStatus.valueOf(row.getString("status")),
                by == null ? null : new Actor(by, row.getString("decided_by_name")),
                row.getString("decision_note"));
    }

    /** Returns another text as soon as something was changed of any task, or said about one. */
    String newest() {
        return jdbc.sql(
                        "select (select max(id) from task_change) || ' ' || (select coalesce(max(id), 0) from task_comment)")
                .query(String.class)
                .optional()
                .orElse("");
    }

    long count() {
        return jdbc.sql("select count(*) from task").query(Long.class).single();
    }
}
