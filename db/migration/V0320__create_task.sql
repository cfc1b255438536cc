-- Work that a person or a team took on. It outlives the run, the suggestion and the agent that it came of, and is never deleted.
create table task (
    id              bigint      generated always as identity primary key,
    title           text        not null check (title <> '' and length(title) <= 200),
    source_kind     text        not null check (source_kind in ('SUGGESTION', 'DEVICES', 'DEVICE', 'REQUEST')),
    -- The number of a suggestion or request, the object ID of a device; null of devices that were picked.
    source_id       text        check (source_id <> ''),
    -- What it was called then.
    source_name     text        not null check (source_name <> ''),
    priority        text        not null check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
    due_on          date,
    note            text        not null check (length(note) <= 2000),
    ticket          text        check (ticket <> '' and length(ticket) <= 64),
    status          text        not null check (
        status in ('PENDING', 'ACTIVE', 'COMPLETED', 'REJECTED', 'EXPIRED', 'NEEDS_APPROVAL')),
    assignee_kind   text        check (assignee_kind in ('PERSON', 'TEAM')),
    assignee_id     text        check (assignee_id <> ''),
    assignee_name   text        check (assignee_name <> ''),
    -- Whether the assignee, or somebody of the team, took it on.
    taken           boolean     not null,
    snoozed_until   date,
    snooze_reason   text        check (snooze_reason <> '' and length(snooze_reason) <= 500),
    closed_at       timestamptz,
    closing_reason  text        check (closing_reason <> '' and length(closing_reason) <= 500),
    -- How many devices it is about, and with how many of them nothing is left to do.
    devices         integer     not null default 0,
    settled         integer     not null default 0,
    created_at      timestamptz not null,
    created_by_id   text        not null check (created_by_id <> ''),
    created_by_name text        not null check (created_by_name <> ''),
    updated_at      timestamptz not null,
    updated_by_id   text        not null check (updated_by_id <> ''),
    updated_by_name text        not null check (updated_by_name <> ''),
    -- For which last day people were told that it is near, and that it is over.
    due_told        date,
    overdue_told    date,
    version         bigint      not null default 0,

    open            boolean     not null generated always as (status in ('PENDING', 'ACTIVE', 'NEEDS_APPROVAL')) stored,
    status_rank     smallint    not null generated always as (
        array_position(array['NEEDS_APPROVAL', 'ACTIVE', 'PENDING', 'COMPLETED', 'REJECTED', 'EXPIRED'], status)) stored,
    priority_rank   smallint    not null generated always as (
        array_position(array['LOW', 'NORMAL', 'HIGH', 'URGENT'], priority)) stored,
    title_key       text        collate "C" not null generated always as (lower(title)) stored,
    source_key      text        collate "C" not null generated always as (lower(source_name)) stored,
    assignee        text        collate "C" generated always as (assignee_kind || ':' || assignee_id) stored,
    assignee_sort   text        collate "C" generated always as (lower(assignee_name)) stored,
    search_text     text        not null generated always as (
        lower(title || E'\n' || source_name || E'\n' || coalesce(assignee_name, '') || E'\n' || coalesce(ticket, '') || E'\n' || note))
        stored,

    constraint an_assignee_is_whole check (num_nulls(assignee_kind, assignee_id, assignee_name) in (0, 3)),
    constraint what_is_taken_has_an_assignee check (not taken or assignee_id is not null),
    constraint active_tasks_are_taken check (status <> 'ACTIVE' or taken and snoozed_until is null),
    constraint pending_tasks_are_not_taken_or_snoozed check (status <> 'PENDING' or not taken or snoozed_until is not null),
    constraint a_snooze_is_whole check ((snoozed_until is null) = (snooze_reason is null)),
    constraint only_pending_tasks_are_snoozed check (snoozed_until is null or status = 'PENDING'),
    constraint what_has_ended_ended_at_a_time check ((status in ('COMPLETED', 'REJECTED', 'EXPIRED')) = (closed_at is not null)),
    constraint whoever_rejects_says_why check (status <> 'REJECTED' or closing_reason is not null),
    constraint only_what_has_ended_has_a_reason_for_it check (closing_reason is null or closed_at is not null),
    constraint only_requests_need_approval check (status <> 'NEEDS_APPROVAL' or source_kind = 'REQUEST'),
    constraint the_source_has_an_id_unless_it_is_many_devices check ((source_kind = 'DEVICES') = (source_id is null)),
    constraint no_more_is_settled_than_there_is check (settled between 0 and devices)
);

-- Each order of the list has its index; where a filter leaves few they are sorted.
create index task_by_title on task (title_key, id);
create index task_by_source on task (source_key, id);
create index task_by_status on task (status_rank, id);
create index task_by_priority on task (priority_rank, id);
create index task_by_due on task (due_on, id);
create index task_by_update on task (updated_at, id);
create index task_by_creation on task (created_at, id);
create index task_by_assignee_name on task (assignee_sort, id);
create index task_by_assignee on task (assignee, open);
create index task_of_source on task (source_kind, source_id);
create index task_open_by_due on task (due_on) where open;
create index task_snoozed on task (snoozed_until) where snoozed_until is not null;
create index task_awaiting on task (source_id) where status = 'NEEDS_APPROVAL';
create index task_by_text on task using gin (search_text gin_trgm_ops);

create function task_refuse_delete() returns trigger
language plpgsql as $$
begin
    raise exception 'Tasks are never deleted: task %', old.id using errcode = 'insufficient_privilege';
end $$;

create trigger task_is_never_deleted before delete on task for each row execute function task_refuse_delete();
