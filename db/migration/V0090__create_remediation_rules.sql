-- What an owner decided about change requests: the newest row counts, the others are its history. No row: what the product
-- ships with, which the function below repeats for the database's own rules.
create table remediation_rules (
    version       bigint      primary key check (version > 0),
    saved_at      timestamptz not null,
    saved_by_id   text        not null check (saved_by_id <> ''),
    saved_by_name text        not null check (saved_by_name <> ''),
    -- From how many devices on a second person has to approve; 1 means always.
    approval_from integer     not null check (approval_from >= 1),
    -- The most devices of one request, and of all requests of 24 hours that disable or delete.
    per_request   integer     not null check (per_request >= 1),
    per_day       integer     not null check (per_day >= 1)
);

create function remediation_cap(which text) returns integer
language sql stable
return coalesce(
    (select case which when 'request' then per_request else per_day end
     from remediation_rules order by version desc limit 1),
    case which when 'request' then 500 else 1000 end);
