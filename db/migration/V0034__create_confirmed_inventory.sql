-- A run that failed since what it read looked incomplete.
alter table evaluation_run add column incomplete boolean not null default false;
alter table evaluation_run add constraint only_failed_runs_are_incomplete check (not incomplete or status = 'FAILED');

-- An owner said that what such a run read is right: its numbers are what later runs are compared with.
create table confirmed_inventory (
    run_id            bigint      primary key references evaluation_run on delete cascade,
    confirmed_at      timestamptz not null,
    confirmed_by_id   text        not null check (confirmed_by_id <> ''),
    confirmed_by_name text        not null check (confirmed_by_name <> '')
);
