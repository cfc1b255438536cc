-- When runs start by themselves, as an owner saved it: the newest row counts, the others are its history. No row: by hand only.
-- Of daily, weekly and cron: daily has a time, weekly a time and days (1 is Monday), cron a line. While it is off they are kept.
create table run_schedule (
    version       bigint      primary key check (version > 0),
    saved_at      timestamptz not null,
    saved_by_id   text        not null check (saved_by_id <> ''),
    saved_by_name text        not null check (saved_by_name <> ''),
    enabled       boolean     not null,
    at_time       time,
    days          integer[]   check (cardinality(days) between 1 and 7 and days <@ array[1, 2, 3, 4, 5, 6, 7]),
    cron          text        check (cron <> ''),
    zone          text        not null check (zone <> ''),
    resets        boolean     not null,
    check (case when cron is null then at_time is not null else at_time is null and days is null end)
);
