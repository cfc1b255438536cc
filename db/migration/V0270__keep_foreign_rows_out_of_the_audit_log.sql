-- Whoever has got hold of the portal's role may add to the log's tables. What only the sealer writes is refused here where it is not what
-- the sealer would have written; and where rows of others could stand in the way of the sealer's, they no longer do. The functions are the
-- owner's, and look up the log's own tables, not temporary ones of the same names.

-- In the order in which sealing and verifying touch them first, so that a portal that still runs is waited for.
lock table audit_verification, audit_restoration, audit_restoration_confirmed, audit_checkpoint, audit_leaf, audit_tile, audit_entry
    in access exclusive mode;

-- Numbers follow on each other, each for an entry that waits, with its hash.
create function audit_leaf_refuse_foreign() returns trigger
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
                where not exists (
                    select from audit_unsealed u join audit_entry e on e.id = u.entry_id
                    where u.entry_id = a.entry_id and e.leaf_hash = a.leaf_hash))) then
        raise exception 'The audit log takes a number only behind its last, and for an entry that waits for it'
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger audit_leaf_no_foreign after insert on audit_leaf
    referencing new table as added_leaf
    for each statement execute function audit_leaf_refuse_foreign();

-- A tile is the root of the 256 hashes below it.
create function audit_tile_refuse_foreign() returns trigger
language plpgsql as $$
declare
    hashes bytea[];
begin
    if new.level = 1 then
        select array_agg(leaf_hash order by number) into hashes from audit_leaf
        where number > new.position * 256 and number <= new.position * 256 + 256;
    else
        select array_agg(hash order by position) into hashes from audit_tile
        where level = new.level - 1 and position >= new.position * 256 and position < new.position * 256 + 256;
    end if;
    if cardinality(hashes) is distinct from 256 then
        hashes := null;
    end if;
    while cardinality(hashes) > 1 loop
        hashes := array(
            select sha256('\x01'::bytea || hashes[2 * i - 1] || hashes[2 * i])
            from generate_series(1, cardinality(hashes) / 2) i order by i);
    end loop;
    if hashes[1] is distinct from new.hash then
        -- Left out and not refused: where something below was tampered with, the sealer's own would not fit either, and sealing goes on.
        raise warning 'The audit log takes a tile only where it is the root of what is below it';
        return null;
    end if;
    return new;
end $$;

create trigger audit_tile_no_foreign before insert on audit_tile
    for each row execute function audit_tile_refuse_foreign();

-- Who signed a checkpoint PostgreSQL can't tell. It can tell that it is of no more entries than there are.
create function audit_checkpoint_refuse_foreign() returns trigger
language plpgsql as $$
begin
    if not exists (select from audit_leaf where number = new.size) then
        raise exception 'The audit log takes a checkpoint only of entries that there are' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger audit_checkpoint_no_foreign before insert on audit_checkpoint
    for each row execute function audit_checkpoint_refuse_foreign();

do $$
declare
    function text;
begin
    foreach function in array array['audit_leaf_refuse_foreign', 'audit_tile_refuse_foreign', 'audit_checkpoint_refuse_foreign'] loop
        execute format('alter function %I() set search_path = %I, pg_temp', function, current_schema());
    end loop;
end $$;

-- Of one size there may be several, so that nobody takes the sealer's place by being faster: what a known key signed counts.
alter table audit_checkpoint drop constraint audit_checkpoint_pkey;
alter table audit_checkpoint add constraint audit_checkpoint_pkey primary key (size, at);

-- Times that no calendar knows would only be in everybody's way. What was stored before is left as it is.
alter table audit_entry add constraint audit_entry_has_a_time
    check (at >= '0001-01-01T00:00:00Z' and at < '9999-01-01T00:00:00Z') not valid;
alter table audit_checkpoint add constraint audit_checkpoint_has_a_time
    check (at >= '0001-01-01T00:00:00Z' and at < '9999-01-01T00:00:00Z') not valid;
alter table audit_restoration add constraint audit_restoration_has_a_time
    check (found_at >= '0001-01-01T00:00:00Z' and found_at < '9999-01-01T00:00:00Z') not valid;
alter table audit_restoration_confirmed add constraint audit_restoration_confirmed_has_a_time
    check (at >= '0001-01-01T00:00:00Z' and at < '9999-01-01T00:00:00Z') not valid;
alter table audit_verification add constraint audit_verification_has_times check (
    least(began_at, ended_at, proved_at, oldest_unsealed) >= '0001-01-01T00:00:00Z'
    and greatest(began_at, ended_at, proved_at, oldest_unsealed) < '9999-01-01T00:00:00Z') not valid;
