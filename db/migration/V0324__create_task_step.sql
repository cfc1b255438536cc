-- What somebody did to many tasks at once, so that it can be taken back at once.
create table task_step (
    id        bigint      generated always as identity primary key,
    at        timestamptz not null,
    by_id     text        not null check (by_id <> ''),
    by_name   text        not null check (by_name <> ''),
    -- A sentence: what was done.
    sentence  text        not null check (sentence <> ''),
    undone_at timestamptz
);

-- How each of them stood before. It goes back to that as long as nobody changed it since.
create table task_before_step (
    step_id        bigint  not null references task_step,
    task_id        bigint  not null references task,
    -- That the step gave it.
    version        bigint  not null,
    status         text    not null,
    assignee_kind  text,
    assignee_id    text,
    assignee_name  text,
    taken          boolean not null,
    due_on         date,
    snoozed_until  date,
    snooze_reason  text,
    closed_at      timestamptz,
    closing_reason text,
    primary key (step_id, task_id)
);
