-- A portal that still runs goes on storing entries meanwhile, and a backup can read for long: nobody is made to wait for either. All
-- locks are had at once, or none is held until the next try.
do $$
declare
    given_up timestamptz := clock_timestamp() + interval '5 minutes';
begin
    loop
        begin
            lock table audit_verification in access exclusive mode nowait;
            set local lock_timeout = '300ms';
            lock table audit_entry, audit_entry_device, audit_unsealed in share row exclusive mode;
            set local lock_timeout to default;
            return;
        exception when lock_not_available or deadlock_detected then
            if clock_timestamp() > given_up then
                raise exception 'The audit log was in use for 5 minutes, as while it is backed up: start the portal again once that is over'
                    using errcode = 'lock_not_available';
            end if;
        end;
        perform pg_sleep(0.1);
    end loop;
end $$;

-- The sealer computes each entry's hash anew from what the entry says, and does not seal what does not fit: the portal did not store that.
-- Such a row leaves those that wait, and is noted here, so that it stands in nobody's way and is told of. What stands here and fits all the
-- same is found by verifying.
create table audit_refused (
    entry_id bigint      primary key,
    at       timestamptz not null
);

comment on table audit_refused is 'rows of audit_entry that are never sealed: their hash is not that of what they say';

create trigger audit_refused_append_only before update or delete or truncate on audit_refused
    for each statement execute function audit_entry_refuse_change();

-- Whoever has got hold of the portal's role may add rows. So that no row of others spoils an entry of the portal's, or the proof: an entry
-- waits as soon as it is there; what is added for an entry (that it waits, its devices) is added together with it, or not at all; and what
-- waits stops waiting with a number, or refused. The functions are the owner's.

-- What nobody could read in one piece is not taken at all: 64 MB of an entry, and a million devices of it (the most that a request may
-- have) whose names are 128 MB, are far above what the portal writes.

create function audit_entry_wait() returns trigger
language plpgsql as $$
begin
    if exists (
            select from added_entry a
            where 0::bigint + octet_length(a.actor_id) + octet_length(a.actor_name) + octet_length(a.action) + octet_length(a.subject)
                + octet_length(a.summary) + coalesce(octet_length(a.details::text), 0) + octet_length(a.leaf_hash) > 67108864) then
        raise exception 'The audit log takes no entry of more than 64 MB' using errcode = 'program_limit_exceeded';
    end if;
    insert into audit_unsealed (entry_id) select id from added_entry on conflict do nothing;
    return null;
end $$;

create trigger audit_entry_waits after insert on audit_entry
    referencing new table as added_entry
    for each statement execute function audit_entry_wait();

create function audit_unsealed_refuse_foreign() returns trigger
language plpgsql as $$
begin
    if exists (
            select from added_wait a
            where (select e.xmin from audit_entry e where e.id = a.entry_id)
                is distinct from (select u.xmin from audit_unsealed u where u.entry_id = a.entry_id)) then
        raise exception 'The audit log lets an entry wait only as it is stored' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger audit_unsealed_no_foreign after insert on audit_unsealed
    referencing new table as added_wait
    for each statement execute function audit_unsealed_refuse_foreign();

create function audit_entry_device_refuse_foreign() returns trigger
language plpgsql as $$
begin
    if exists (
            select from added_device a
            where (select e.xmin from audit_entry e where e.id = a.entry_id)
                is distinct from (
                    select d.xmin from audit_entry_device d where d.entry_id = a.entry_id and d.object_id = a.object_id)) then
        raise exception 'The audit log takes devices only together with their entry' using errcode = 'insufficient_privilege';
    end if;
    if exists (
            select from (select distinct entry_id from added_device) a
                cross join lateral (
                    select count(*) as devices, sum(octet_length(d.name)) as bytes
                    from audit_entry_device d where d.entry_id = a.entry_id) all_of_it
            where devices > 1000000 or bytes > 134217728) then
        raise exception 'The audit log takes no more than 1,000,000 devices of an entry, with names of 128 MB'
            using errcode = 'program_limit_exceeded';
    end if;
    return null;
end $$;

create trigger audit_entry_device_no_foreign after insert on audit_entry_device
    referencing new table as added_device
    for each statement execute function audit_entry_device_refuse_foreign();

create function audit_unsealed_refuse_loss() returns trigger
language plpgsql as $$
begin
    if exists (
            select from removed_wait r
            where (select l.number from audit_leaf l where l.entry_id = r.entry_id) is null
                and (select f.entry_id from audit_refused f where f.entry_id = r.entry_id) is null
                and (select e.id from audit_entry e where e.id = r.entry_id) is not null) then
        raise exception 'The audit log lets an entry wait until it is sealed' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger audit_unsealed_no_loss after delete on audit_unsealed
    referencing old table as removed_wait
    for each statement execute function audit_unsealed_refuse_loss();

create function audit_refused_refuse_foreign() returns trigger
language plpgsql as $$
begin
    if exists (
            select from added_refusal a
            where (select u.entry_id from audit_unsealed u where u.entry_id = a.entry_id) is null
                or (select e.id from audit_entry e where e.id = a.entry_id) is null
                or (select l.number from audit_leaf l where l.entry_id = a.entry_id) is not null) then
        raise exception 'The audit log refuses only what waits for a number' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger audit_refused_no_foreign after insert on audit_refused
    referencing new table as added_refusal
    for each statement execute function audit_refused_refuse_foreign();

do $$
declare
    function text;
begin
    foreach function in array array['audit_entry_wait', 'audit_unsealed_refuse_foreign', 'audit_entry_device_refuse_foreign',
            'audit_unsealed_refuse_loss', 'audit_refused_refuse_foreign'] loop
        execute format('alter function %I() set search_path = %I, pg_temp', function, current_schema());
        execute format('alter function %I() set enable_seqscan = off', function);
    end loop;
end $$;

-- How many do not fit, where they are more than are named.
alter table audit_verification add column misfit_count bigint check (misfit_count >= 0);
comment on column audit_verification.misfit_count is 'null where all that do not fit are in misfits';
