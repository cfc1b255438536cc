-- Most of what an entry cost whoever stored it was that the database looked, for each, whether its devices and that it waits came in one
-- transaction with it: in functions with a search path of their own, over tables of what was added. From now on the portal hands an entry
-- over whole, as one row of audit_whole_entry, and a function of the owner's stores all of it: what that stores belongs together. Whoever
-- adds to the log's tables beside it is looked at as before, and portals of before go on storing entries as they did.

-- All locks are had at once, or none is held until the next try: see V0340.
do $$
declare
    given_up timestamptz := clock_timestamp() + interval '5 minutes';
begin
    loop
        begin
            set local lock_timeout = '300ms';
            lock table audit_entry, audit_entry_device, audit_unsealed in share row exclusive mode;
            set local lock_timeout to default;
            return;
        exception when lock_not_available or deadlock_detected then
            if clock_timestamp() > given_up then
                raise exception 'The audit log was in use for 5 minutes: start the portal again once that is over'
                    using errcode = 'lock_not_available';
            end if;
        end;
        perform pg_sleep(0.1);
    end loop;
end $$;

create table audit_whole_entry (
    at         timestamptz not null,
    actor_id   text        not null,
    actor_name text        not null,
    action     text        not null,
    result     text        not null,
    subject    text        not null,
    summary    text        not null,
    details    jsonb       not null,
    format     smallint    not null,
    leaf_hash  bytea       not null,
    object_ids uuid[],
    device_ids uuid[],
    names      text[],
    constraint audit_whole_entry_is_empty check (false)
);

comment on table audit_whole_entry is 'no row ever stays: what is added is stored as an entry, with its devices, or fails';

-- It runs with the owner's rights, and does nothing else than whoever may add to audit_whole_entry is meant to do. It names everything with
-- its schema, so that whose statement it is decides nothing about what it touches: pinning a search path takes longer than a lookup. What
-- stands in quotes is the portal's schema, and nothing else.
do $do$
begin
    execute replace($function$
        create function audit_whole_entry_store() returns trigger
        language plpgsql security definer as $$
        declare
            entry bigint;
            stored bigint;
        begin
            if 0::bigint operator(pg_catalog.+) pg_catalog.octet_length(new.actor_id)
                    operator(pg_catalog.+) pg_catalog.octet_length(new.actor_name)
                    operator(pg_catalog.+) pg_catalog.octet_length(new.action)
                    operator(pg_catalog.+) pg_catalog.octet_length(new.subject)
                    operator(pg_catalog.+) pg_catalog.octet_length(new.summary)
                    operator(pg_catalog.+) pg_catalog.octet_length(new.details::pg_catalog.text)
                    operator(pg_catalog.+) pg_catalog.octet_length(new.leaf_hash) operator(pg_catalog.>) 67108864 then
                raise exception 'The audit log takes no entry of more than 64 MB' using errcode = 'program_limit_exceeded';
            end if;
            insert into "portal".audit_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
                values (new.at, new.actor_id, new.actor_name, new.action, new.result, new.subject, new.summary, new.details, new.format,
                    new.leaf_hash)
                returning id into entry;
            if entry is null then
                raise exception 'The audit log did not store an entry, and gave no reason';
            end if;
            if new.object_ids is not null then
                if pg_catalog.cardinality(new.object_ids) operator(pg_catalog.>) 1000000
                    or pg_catalog.octet_length(pg_catalog.array_to_string(new.names, '')) operator(pg_catalog.>) 134217728 then
                    raise exception 'The audit log takes no more than 1,000,000 devices of an entry, with names of 128 MB'
                        using errcode = 'program_limit_exceeded';
                end if;
                insert into "portal".audit_entry_device (entry_id, object_id, device_id, name)
                    select entry, d.object_id, d.device_id, d.name
                    from rows from (pg_catalog.unnest(new.object_ids), pg_catalog.unnest(new.device_ids), pg_catalog.unnest(new.names))
                        as d (object_id, device_id, name);
                get diagnostics stored = row_count;
                if stored operator(pg_catalog.<>) pg_catalog.cardinality(new.object_ids) then
                    raise exception 'The audit log did not store an entry, and gave no reason';
                end if;
            end if;
            insert into "portal".audit_unsealed (entry_id) values (entry);
            return null;
        end $$
        $function$, '"portal"', '"' || replace(current_schema(), '"', '""') || '"');
end $do$;

revoke execute on function audit_whole_entry_store() from public;

create trigger audit_whole_entry_stores before insert on audit_whole_entry
    for each row execute function audit_whole_entry_store();
create trigger audit_whole_entry_append_only before update or delete or truncate on audit_whole_entry
    for each statement execute function audit_entry_refuse_change();

-- What is added to the other tables is looked at unless it is by a function that runs with the rights of their owner: so is what the owner
-- adds by hand, as a portal with one role could, and what anybody else's function adds.

create or replace function audit_entry_wait() returns trigger
language plpgsql as $$
begin
    if 0::bigint + octet_length(new.actor_id) + octet_length(new.actor_name) + octet_length(new.action) + octet_length(new.subject)
            + octet_length(new.summary) + octet_length(new.details::text) + octet_length(new.leaf_hash) > 67108864 then
        raise exception 'The audit log takes no entry of more than 64 MB' using errcode = 'program_limit_exceeded';
    end if;
    insert into audit_unsealed (entry_id) values (new.id) on conflict do nothing;
    return null;
end $$;

create or replace trigger audit_entry_waits after insert on audit_entry
    for each row when (pg_trigger_depth() = 0 or not has_table_privilege('audit_entry'::regclass, 'TRIGGER'))
    execute function audit_entry_wait();

create or replace function audit_unsealed_refuse_foreign() returns trigger
language plpgsql as $$
begin
    if (select e.xmin from audit_entry e where e.id >= new.entry_id and e.id <= new.entry_id order by e.id limit 1)
            is distinct from (select u.xmin from audit_unsealed u where u.entry_id = new.entry_id) then
        raise exception 'The audit log lets an entry wait only as it is stored' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create or replace trigger audit_unsealed_no_foreign after insert on audit_unsealed
    for each row when (pg_trigger_depth() = 0 or not has_table_privilege('audit_unsealed'::regclass, 'TRIGGER'))
    execute function audit_unsealed_refuse_foreign();

create or replace trigger audit_entry_device_no_foreign after insert on audit_entry_device
    referencing new table as added_device
    for each statement when (pg_trigger_depth() = 0 or not has_table_privilege('audit_entry_device'::regclass, 'TRIGGER'))
    execute function audit_entry_device_refuse_foreign();

do $$
declare
    function text;
begin
    foreach function in array array['audit_entry_wait', 'audit_unsealed_refuse_foreign'] loop
        execute format('alter function %I() set search_path = %I, pg_temp', function, current_schema());
        execute format('alter function %I() set enable_seqscan = off', function);
    end loop;
end $$;
