-- What is asked as entries are sealed looked each up by its key, beginning at the root of an index for each: a third of what sealing costs the
-- database. An array of keys is looked up in one go through the index, in its order. And the root of a tile was computed with an array whose
-- elements PostgreSQL counts from its beginning for each. Nothing else is asked than before.

create or replace function audit_leaf_refuse_foreign() returns trigger
language plpgsql as $$
declare
    first bigint;
    last bigint;
    entries bigint[];
    hashes bytea[];
begin
    select min(number), max(number), array_agg(entry_id order by entry_id), array_agg(leaf_hash order by entry_id)
        into first, last, entries, hashes from added_leaf;
    if first is not null and (last - first + 1 <> (select count(*) from audit_leaf where number between first and last)
            or first > 1 and not exists (select from audit_leaf where number = first - 1)
            or cardinality(entries) <> (select count(*) from audit_unsealed where entry_id = any(entries))
            or hashes is distinct from array(select leaf_hash from audit_entry where id = any(entries) order by id)) then
        raise exception 'The audit log takes a number only behind its last, and for an entry that waits for it'
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create or replace function audit_unsealed_refuse_loss() returns trigger
language plpgsql as $$
declare
    entries bigint[];
begin
    select array_agg(entry_id) into entries from removed_wait;
    if cardinality(entries) <> (select count(*) from audit_leaf where entry_id = any(entries))
        and exists (
            select from removed_wait r
            where (select l.number from audit_leaf l where l.entry_id = r.entry_id) is null
                and (select f.entry_id from audit_refused f where f.entry_id = r.entry_id) is null
                and (select e.id from audit_entry e where e.id >= r.entry_id and e.id <= r.entry_id order by e.id limit 1) is not null) then
        raise exception 'The audit log lets an entry wait until it is sealed' using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create or replace function audit_tile_refuse_foreign() returns trigger
language plpgsql as $$
declare
    hashes bytea; -- one behind the other
begin
    if new.level = 1 then
        select string_agg(leaf_hash, ''::bytea order by number) into hashes from audit_leaf
        where number > new.position * 256 and number <= new.position * 256 + 256;
    else
        select string_agg(hash, ''::bytea order by position) into hashes from audit_tile
        where level = new.level - 1 and position >= new.position * 256 and position < new.position * 256 + 256;
    end if;
    if length(hashes) is distinct from 256 * 32 then
        hashes := null;
    end if;
    while length(hashes) > 32 loop
        select string_agg(sha256('\x01'::bytea || substr(hashes, i * 64 + 1, 64)), ''::bytea order by i) into hashes
        from generate_series(0, length(hashes) / 64 - 1) i;
    end loop;
    if hashes is distinct from new.hash then
        -- Left out and not refused: where something below was tampered with, the sealer's own would not fit either, and sealing goes on.
        raise warning 'The audit log takes a tile only where it is the root of what is below it';
        return null;
    end if;
    return new;
end $$;

do $$
declare
    function text;
begin
    foreach function in array array['audit_leaf_refuse_foreign', 'audit_unsealed_refuse_loss', 'audit_tile_refuse_foreign'] loop
        execute format('alter function %I() set search_path = %I, pg_temp', function, current_schema());
        execute format('alter function %I() set enable_seqscan = off', function);
    end loop;
end $$;
alter function audit_leaf_refuse_foreign() set enable_sort = off; -- which any index would need but the key's own: see V0420
