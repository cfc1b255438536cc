-- How long an owner keeps what runs found. The newest version counts; none: 400 days.
create table result_retention (
    version       bigint      primary key check (version > 0),
    saved_at      timestamptz not null,
    saved_by_id   text        not null check (saved_by_id <> ''),
    saved_by_name text        not null check (saved_by_name <> ''),
    keep_days     integer     not null check (keep_days between 30 and 3650)
);

-- Since when what a run found is shown no more, and whether all of it is removed: that goes on in pieces.
alter table evaluation_run
    add column forgotten_at timestamptz,
    add column emptied      boolean not null default false,
    add constraint only_what_is_forgotten_is_emptied check (not emptied or forgotten_at is not null),
    add constraint only_results_are_forgotten check (forgotten_at is null or status = 'COMPLETED');

-- suggestion: which run made each.
create view suggestion_of_run as
select id as suggestion_id, run_id from suggestion;
