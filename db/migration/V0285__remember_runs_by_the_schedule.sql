-- Runs that the schedule started: by which version of it, for which time, and whether they take status and assignee over.
create table scheduled_run (
    run_id           bigint      primary key references evaluation_run on delete cascade,
    schedule_version bigint      not null references run_schedule,
    due_at           timestamptz not null,
    failures_before  integer     not null check (failures_before >= 0),
    keep_progress    boolean     not null
);
