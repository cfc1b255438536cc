-- Where the schedule stands, in one row: the next time, what came of the last one, what is tried again, what was given up.
-- Whoever starts a run by the schedule holds this row, so that of several portals one does.
create table run_schedule_state (
    only_row         boolean     primary key default true check (only_row),
    next_at          timestamptz,
    last_at          timestamptz,
    last_outcome     text        check (last_outcome in ('STARTED', 'UNDER_WAY', 'REFUSED', 'NO_AGENT', 'DONE_MEANWHILE')),
    last_run         bigint,
    last_missed      integer     not null default 0 check (last_missed >= 0),
    due_at           timestamptz,
    failures         integer     not null default 0 check (failures between 0 and 3),
    retry_at         timestamptz,
    due_run          bigint,
    failure          text,
    given_up_at      timestamptz,
    given_up_due_at  timestamptz,
    given_up_run     bigint,
    given_up_failure text,
    check ((last_at is null) = (last_outcome is null)),
    check (due_at is not null or (failures = 0 and retry_at is null and due_run is null and failure is null)),
    check (due_at is null or retry_at is not null or due_run is not null),
    check ((given_up_at is null) = (given_up_due_at is null) and (given_up_at is null) = (given_up_failure is null))
);
