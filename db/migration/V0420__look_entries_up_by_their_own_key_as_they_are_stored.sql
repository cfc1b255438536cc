-- What is asked as an entry is stored or sealed looks the entry up by its key, and its devices by theirs. A session plans that once, and as
-- long as the log was nearly empty then, each index that ends with the key was as good to it: so each entry that was stored, and each that
-- was sealed, went through one of all people or all devices, until the statistics of the table were next made. A lookup in the order of the
-- key only the key's own index serves without sorting, however large the log is.

-- Besides, each entry waits for its number by the database's own doing, so that the portal need not say so, too; and what is asked of an
-- entry, and of its devices, is asked by one statement each.

create or replace function audit_entry_wait() returns trigger
language plpgsql as $$
declare
    too_large boolean;
begin
    with waits as (insert into audit_unsealed (entry_id) select id from added_entry on conflict do nothing)
    select bool_or(
        0::bigint + octet_length(a.actor_id) + octet_length(a.actor_name) + octet_length(a.action) + octet_length(a.subject)
            + octet_length(a.summary) + coalesce(octet_length(a.details::text), 0) + octet_length(a.leaf_hash) > 67108864)
        into too_large from added_entry a;
    if too_large then
        raise exception 'The audit log takes no entry of more than 64 MB' using errcode = 'program_limit_exceeded';
    end if;
    return null;
end $$;

create or replace function audit_unsealed_refuse_foreign() returns trigger
language plpgsql as $$
begin
    if exists (
            select from added_wait a
            where (select e.xmin from audit_entry e where e.id >= a.entry_id and e.id <= a.entry_id order by e.id limit 1)
                is distinct from (select u.xmin from audit_unsealed u where u.entry_id = a.entry_id)) then
        raise exception 'The audit log lets an entry wait only as it is stored' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

-- The devices that an entry has already were stored together with it, or would have been refused.
create or replace function audit_entry_device_refuse_foreign() returns trigger
language plpgsql as $$
declare
    foreigners boolean;
    too_many boolean;
begin
    select bool_or(others > 0), bool_or(devices > 1000000 or bytes > 134217728)
        into foreigners, too_many
        from (
            select entry_id,
                (select e.xmin from audit_entry e where e.id >= entry_id and e.id <= entry_id order by e.id limit 1) as stored
            from (select distinct entry_id from added_device) added offset 0) a
        cross join lateral (
            select count(*) as devices, sum(octet_length(name)) as bytes, count(*) filter (where as_stored is distinct from a.stored) as others
            from (
                select d.name, d.xmin as as_stored from audit_entry_device d
                where d.entry_id >= a.entry_id and d.entry_id <= a.entry_id order by d.entry_id offset 0) of_it) all_of_it;
    if foreigners then
        raise exception 'The audit log takes devices only together with their entry' using errcode = 'insufficient_privilege';
    end if;
    if too_many then
        raise exception 'The audit log takes no more than 1,000,000 devices of an entry, with names of 128 MB'
            using errcode = 'program_limit_exceeded';
    end if;
    return null;
end $$;

create or replace function audit_leaf_refuse_foreign() returns trigger
language plpgsql as $$
declare
    first bigint;
    last bigint;
begin
    select min(number), max(number) into first, last from added_leaf;
    if first is not null and (last - first + 1 <> (select count(*) from audit_leaf where number between first and last)
            or first > 1 and not exists (select from audit_leaf where number = first - 1)
            or exists (
                select from added_leaf a
                where (select u.entry_id from audit_unsealed u where u.entry_id = a.entry_id) is null
                    or (select e.leaf_hash from audit_entry e where e.id >= a.entry_id and e.id <= a.entry_id order by e.id limit 1)
                        is distinct from a.leaf_hash)) then
        raise exception 'The audit log takes a number only behind its last, and for an entry that waits for it'
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create or replace function audit_unsealed_refuse_loss() returns trigger
language plpgsql as $$
begin
    if exists (
            select from removed_wait r
            where (select l.number from audit_leaf l where l.entry_id = r.entry_id) is null
                and (select f.entry_id from audit_refused f where f.entry_id = r.entry_id) is null
                and (select e.id from audit_entry e where e.id >= r.entry_id and e.id <= r.entry_id order by e.id limit 1) is not null) then
        raise exception 'The audit log lets an entry wait until it is sealed' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create or replace function audit_refused_refuse_foreign() returns trigger
language plpgsql as $$
begin
    if exists (
            select from added_refusal a
            where (select u.entry_id from audit_unsealed u where u.entry_id = a.entry_id) is null
                or (select e.id from audit_entry e where e.id >= a.entry_id and e.id <= a.entry_id order by e.id limit 1) is null
                or (select l.number from audit_leaf l where l.entry_id = a.entry_id) is not null) then
        raise exception 'The audit log refuses only what waits for a number' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

do $$
declare
    function text;
begin
    foreach function in array array['audit_entry_wait', 'audit_unsealed_refuse_foreign', 'audit_entry_device_refuse_foreign',
            'audit_leaf_refuse_foreign', 'audit_unsealed_refuse_loss', 'audit_refused_refuse_foreign'] loop
        execute format('alter function %I() set search_path = %I, pg_temp', function, current_schema());
        execute format('alter function %I() set enable_seqscan = off', function);
    end loop;
end $$;
alter function audit_entry_device_refuse_foreign() set enable_bitmapscan = off; -- which would sort what the index has in order
