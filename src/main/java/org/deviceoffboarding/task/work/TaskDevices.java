package org.deviceoffboarding.task.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.task.Task;
import org.deviceoffboarding.task.TaskDevice;
import org.deviceoffboarding.task.TaskRows;
import org.deviceoffboarding.task.TaskSource;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The devices of tasks. What each is now is read from the inventory; reads what inventory, suggestion and remediation declare. */
@Repository
class TaskDevices {

    /** What a device {@code w} is, of which the inventory says {@code e}; it had a record in Intune, or had none, when it was added. */
    private static final String ADD = """
            insert into task_device (task_id, object_id, device_id, name, in_intune, state, state_since)
            select :task, w.object_id, coalesce(e.device_id, w.device_id), coalesce(nullif(e.display_name, ''), w.name, ''),
                m.is_there,
                case when :run = 0 then 'NOT_KNOWN' when e.object_id is null then 'GONE'
                     when e.account_enabled is false then 'DISABLED' else 'THERE' end,
                :now
            from (%s order by object_id offset :from limit :most) w
                left join inventory_device e on e.run_id = :run and e.object_id = w.object_id
                cross join lateral (
                    select exists (
                        select from inventory_record r
                        where r.run_id = :run and r.entra_device_id = coalesce(e.device_id, w.device_id)) as is_there) m
            on conflict do nothing
            """;

    private static final String PICKED =
            "select object_id, cast(null as uuid) as device_id, name from unnest(:objects, :names) as p(object_id, name)";

    private static final String OF_SUGGESTION =
            "select object_id, device_id, name from suggested_device where suggestion_id = :source";

    private static final String OF_REQUEST =
            "select object_id, device_id, name from device_of_request where request_id = :source";

    private static final String COUNT = """
            update task t set devices = c.devices, settled = c.settled
            from (select count(*) as devices, count(*) filter (where state in ('DISABLED', 'GONE', 'BACK')) as settled
                  from task_device where task_id = :task) c
            where t.id = :task
            """;

    private final JdbcClient jdbc;

    TaskDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds the devices of a suggestion or a request, or these.
     *
     * @param picked names by object ID; counts where the task is of neither
     * @param run whose copy of the tenant is the inventory; 0 where there is none
     * @param from how many are left out before, in the order of their IDs
     * @param most how many are added
     * @return how many there are
     */
    int add(Task task, Map<UUID, String> picked, long run, long from, int most, Instant now) {
        String which =
                switch (task.source().kind()) {
                    case SUGGESTION -> OF_SUGGESTION;
                    case REQUEST -> OF_REQUEST;
                    case DEVICES, DEVICE -> PICKED;
                };
        JdbcClient.StatementSpec add = jdbc.sql(ADD.formatted(which))
                .param("task", task.id())
                .param("run", run)
                .param("from", from)
                .param("most", most)
                .param("now", Sql.timestamp(now));
        if (which.equals(PICKED)) {
            List<Map.Entry<UUID, String>> all = List.copyOf(picked.entrySet());
            add.param("objects", all.stream().map(Map.Entry::getKey).toArray(UUID[]::new));
            add.param(
                    "names", all.stream().map(each -> Sql.text(each.getValue())).toArray(String[]::new));
        } else {
            add.param("source", task.source().number());
        }
        int devices = add.update();
        jdbc.sql(COUNT).param("task", task.id()).update();
        return devices;
    }

    /** Returns how many devices a suggestion or a request has now. */
    long count(TaskSource source) {
        String which = source.kind() == TaskSource.Kind.REQUEST ? OF_REQUEST : OF_SUGGESTION;
        return jdbc.sql("select count(*) from (" + which + ") w")
                .param("source", source.number())
                .query(Long.class)
                .single();
    }

    /** Returns devices of a task by name. */
    List<TaskDevice> of(long taskId, Pageable page) {
        return jdbc.sql("""
                select * from task_device where task_id = :task order by lower(name), object_id limit :limit offset :offset
                """)
                .param("task", taskId)
                .param("limit", page.getPageSize())
                .param("offset", page.getOffset())
                .query(TaskDevices::toDevice)
                .list();
    }

    /**
     * Returns devices of a task that are something else since its devices had a version, by name; at most so many. A task that nothing
     * moved of since has none.
     */
    List<TaskDevice> movedSince(long taskId, long devicesVersion, int most) {
        return jdbc.sql("""
                select * from task_device where task_id = :task and moved_in > :seen
                order by lower(name), object_id limit :limit
                """)
                .param("task", taskId)
                .param("seen", devicesVersion)
                .param("limit", most)
                .query(TaskDevices::toDevice)
                .list();
    }

    /** Returns devices of a task for the audit log, at most so many. */
    List<AuditedDevice> audited(long taskId, int most) {
        return jdbc.sql("select * from task_device where task_id = :task order by object_id limit :limit")
                .param("task", taskId)
                .param("limit", most)
                .query((row, number) -> new AuditedDevice(
                        row.getObject("object_id", UUID.class),
                        row.getObject("device_id", UUID.class),
                        row.getString("name")))
                .list();
    }

    /** Returns the tasks that a device is in, the open ones first, then the newest; at most so many. */
    List<Task> tasksOf(UUID objectId, int most) {
        return jdbc.sql("""
                select t.* from task_device d join task t on t.id = d.task_id
                where d.object_id = :object order by t.open desc, t.id desc limit :limit
                """)
                .param("object", objectId)
                .param("limit", most)
                .query(TaskRows::toTask)
                .list();
    }

    private static TaskDevice toDevice(ResultSet row, int number) throws SQLException {
        return new TaskDevice(
                row.getObject("object_id", UUID.class),
                row.getObject("device_id", UUID.class),
                row.getString("name"),
                TaskDevice.State.valueOf(row.getString("state")),
                Sql.instant(row, "state_since"));
    }
}
