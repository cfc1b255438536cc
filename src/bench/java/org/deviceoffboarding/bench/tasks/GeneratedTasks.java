package org.deviceoffboarding.bench.tasks;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes any number of tasks with devices, history and comments, by SQL: of 200 people and 20 teams, over two years, a third open. */
final class GeneratedTasks {

    static final String PERSON = "person-7";

    private final JdbcClient jdbc;

    GeneratedTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void make(int tasks, int comments) {
        jdbc.sql("insert into team (name, saved_at) select 'Team ' || n, now() from generate_series(1, 20) n")
                .update();
        jdbc.sql("""
                insert into team_member (team_id, person_id, person_name)
                select t.id, 'person-' || n, 'Person ' || n from team t, generate_series(1, 200) n where n % 20 = t.id % 20
                """).update();
        jdbc.sql("""
                insert into task (title, source_kind, source_id, source_name, priority, due_on, note, ticket, status, assignee_kind,
                    assignee_id, assignee_name, taken, snoozed_until, snooze_reason, closed_at, closing_reason, devices, settled,
                    created_at, created_by_id, created_by_name, updated_at, updated_by_id, updated_by_name)
                select (array['Remove', 'Check', 'Deregister', 'Review'])[1 + n % 4] || ' devices of branch ' || n * 31 % 5000,
                    case when kind = 'DEVICES' then 'DEVICES' else kind end, case when kind = 'DEVICES' then null else n::text end,
                    kind || ' ' || n * 17 % 900, (array['NORMAL', 'NORMAL', 'NORMAL', 'LOW', 'HIGH', 'URGENT'])[1 + n % 6],
                    case when n % 5 = 0 then null else current_date + (n * 7 % 730 - 700) end,
                    'Ask the owner of device ' || n || ' before anything is done', case when n % 3 = 0 then 'INC' || n end,
                    case when kind = 'REQUEST' and n % 9 = 0 then 'NEEDS_APPROVAL' when n % 30 = 1 then 'PENDING'
                        when n % 3 = 1 and n % 20 < 18 then 'ACTIVE' when n % 3 = 1 then 'PENDING'
                        when n % 11 = 0 then 'REJECTED' when n % 13 = 0 then 'EXPIRED' else 'COMPLETED' end,
                    whose, case whose when 'PERSON' then 'person-' || n * 13 % 200 when 'TEAM' then (1 + n % 20)::text end,
                    case whose when 'PERSON' then 'Person ' || n * 13 % 200 when 'TEAM' then 'Team ' || 1 + n % 20 end,
                    whose is not null and n % 3 = 1 and n % 30 <> 1 and n % 20 < 18 and not (kind = 'REQUEST' and n % 9 = 0),
                    null, null,
                    case when n % 3 = 1 or kind = 'REQUEST' and n % 9 = 0 then null else now() end,
                    case when n % 3 <> 1 and n % 11 = 0 and not (kind = 'REQUEST' and n % 9 = 0) then 'not ours' end, 10, n % 11,
                    now() - n * interval '20 minutes', 'person-1', 'Person 1', now() - (n * 7919 % :tasks) * interval '20 minutes',
                    'person-1', 'Person 1'
                from (
                    select n, (array['SUGGESTION', 'DEVICES', 'DEVICE', 'REQUEST'])[1 + n * 7 % 4] as kind,
                        case when n % 3 = 1 and n % 20 < 18 and n % 30 <> 1 or n % 10 < 6 then 'PERSON'
                             when n % 10 < 9 then 'TEAM' end as whose
                    from generate_series(1, :tasks) n) basic
                """).param("tasks", tasks).update();
        jdbc.sql("""
                insert into task_device (task_id, object_id, name, in_intune, state, state_since)
                select t.id, md5(t.id || ' ' || n)::uuid, 'LAPTOP-' || t.id || '-' || n, false, 'THERE', now()
                from task t, generate_series(1, 10) n
                """).update();
        jdbc.sql("""
                insert into task_change (task_id, at, by_id, by_name, what, was, became)
                select t.id, now(), 'person-1', 'Person 1', 'STATUS', 'Pending', 'Active' from task t, generate_series(1, 4) n
                """).update();
        jdbc.sql("""
                insert into task_comment (task_id, at, by_id, by_name, text)
                select 1 + n * 31 % :tasks, now(), 'person-' || n % 200, 'Person ' || n % 200,
                    'I asked the owner about it, and wait for the answer. ' || n
                from generate_series(1, :comments) n
                """).param("tasks", tasks).param("comments", comments).update();
        jdbc.sql("vacuum analyze").update();
        jdbc.sql("checkpoint").update();
    }
}
