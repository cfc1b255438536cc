-- What an owner decided about judging: the newest row counts, the others are its history. A run goes by the newest row
-- from before it was requested. No row: what the product ships with.
create table evaluation_rules (
    version       bigint      primary key check (version > 0),
    saved_at      timestamptz not null,
    saved_by_id   text        not null check (saved_by_id <> ''),
    saved_by_name text        not null check (saved_by_name <> ''),
    look_back     integer     not null check (look_back between 1 and 365),
    silent_after  integer     not null check (silent_after >= 30),
    grace_period  integer     not null check (grace_period between 1 and 365),
    teams_phones  text[]      not null,
    opted_in      text[]      not null,
    situations    text[]      not null,
    keep_progress boolean     not null
);
