-- How far Graph's limits on writes are used, one row for each person and one for the portal's app registration. From
-- free_at on nothing of what was sent or reserved counts any more: the one number of the generic cell rate algorithm.
create table write_pace (
    scope   text        primary key check (scope <> ''),
    free_at timestamptz not null
);
