-- Everything that was ever changed of a task, one row for each thing.
create table task_change (
    id        bigint      generated always as identity primary key,
    task_id   bigint      not null references task,
    at        timestamptz not null,
    by_id     text        not null check (by_id <> ''),
    by_name   text        not null check (by_name <> ''),
    what      text        not null check (what in (
        'ADDED', 'STATUS', 'ASSIGNEE', 'DUE', 'PRIORITY', 'TITLE', 'NOTE', 'TICKET', 'SNOOZE', 'DEVICES', 'REQUEST')),
    -- In words for people; empty where there was or is nothing.
    was       text        not null,
    became    text        not null,
    -- Why; empty where nobody said.
    because   text        not null default ''
);

create index task_change_of_task on task_change (task_id, id);

create function task_change_refuse() returns trigger
language plpgsql as $$
begin
    raise exception 'What was changed of a task stays on record: change %', old.id using errcode = 'insufficient_privilege';
end $$;

create trigger task_change_append_only before update or delete on task_change
    for each row execute function task_change_refuse();
