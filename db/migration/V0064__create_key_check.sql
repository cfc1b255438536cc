-- One reading of the keys of a suggestion's devices, from its request to its end.
create table key_check (
    id                bigint      generated always as identity primary key,
    suggestion_id     bigint      not null,
    status            text        not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
    requested_at      timestamptz not null,
    requested_by_id   text        not null check (requested_by_id <> ''),
    requested_by_name text        not null check (requested_by_name <> ''),
    finished_at       timestamptz,
    problem           text,
    constraint only_checks_that_ended_are_finished check ((status = 'RUNNING') = (finished_at is null)),
    constraint a_failed_check_has_a_problem check (status <> 'FAILED' or problem is not null)
);

create unique index key_check_one_active on key_check (suggestion_id) where status = 'RUNNING';
create index key_check_by_suggestion on key_check (suggestion_id, id);
