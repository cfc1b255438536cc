create table evaluation_run (
    id                   bigint      generated always as identity primary key,
    status               text        not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
    phase                text        not null check (phase in ('READ', 'JUDGE', 'CONFIRM', 'SUGGEST')),
    requested_at         timestamptz not null,
    requested_by_id      text        not null check (requested_by_id <> ''),
    requested_by_name    text        not null check (requested_by_name <> ''),
    started_at           timestamptz,
    read_at              timestamptz,
    finished_at          timestamptz,
    pages                bigint      not null default 0,
    entra_devices        bigint      not null default 0,
    managed_devices      bigint      not null default 0,
    autopilot_identities bigint      not null default 0,
    removal_events       bigint      not null default 0,
    judged               bigint      not null default 0,
    to_confirm           bigint      not null default 0,
    confirmed            bigint      not null default 0,
    flagged              integer     not null default 0,
    left_out             integer     not null default 0,
    suggestions          integer     not null default 0,
    failure              text,
    restarts             integer     not null default 0,
    constraint only_runs_that_ended_are_finished check ((status = 'RUNNING') = (finished_at is null)),
    constraint only_failed_runs_have_a_failure check ((status = 'FAILED') = (failure is not null)),
    constraint runs_are_read_before_they_are_judged check (phase = 'READ' or read_at is not null),
    constraint runs_are_started_before_they_are_read check (read_at is null or started_at is not null),
    constraint only_runs_of_the_last_phase_are_completed check (status <> 'COMPLETED' or phase = 'SUGGEST'),
    constraint no_more_are_confirmed_than_there_are check (confirmed between 0 and to_confirm)
);

-- At most one run goes on at any time, whoever asks.
create unique index evaluation_run_one_active on evaluation_run ((true)) where status = 'RUNNING';
