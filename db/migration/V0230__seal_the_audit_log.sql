-- Entries are stored without a lock, and numbered, sealed and signed a moment later. What proves them (leaves, tiles, checkpoints) stands
-- in tables that are only added to, and a copy of each checkpoint leaves the database. See src/docs/audit.md.

-- The chain that entries had until now, computed once more before its hashes go.
create temporary table chain_before on commit drop as
select count(*) as entries,
       max(id) as last,
       min(id) filter (where not intact or not linked or id <> position) as first_changed,
       (select encode(hash, 'hex') from audit_entry order by id desc limit 1) as last_hash
from (
    select id,
           row_number() over (order by id) as position,
           hash = sha256(previous_hash || audit_entry_content(e)) as intact,
           previous_hash = coalesce(lag(hash) over (order by id), sha256('')) as linked
    from audit_entry e) checked;

drop trigger audit_entry_chain on audit_entry;
drop function audit_entry_chain();
drop function audit_entry_content(audit_entry);
alter table audit_entry drop constraint audit_entry_hash_key;

-- An entry's canonical content in format 1 (RFC 8785: JSON with sorted members and without white space), hashed as a leaf of the tree
-- (RFC 6962: a zero byte in front). From now on the portal computes it; this is for entries that were stored before.
alter table audit_entry
    alter column hash type bytea using sha256('\x00'::bytea || convert_to(
        '{"action":' || to_json(action)
        || ',"actor":{"id":' || to_json(actor_id) || ',"name":' || to_json(actor_name)
        || '},"at":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","details":{},"devices":[],"format":1,"result":"DONE","subject":' || to_json(subject)
        || ',"summary":' || to_json(summary) || '}', 'UTF8'));

alter table audit_entry rename column hash to leaf_hash;
alter table audit_entry
    drop column previous_hash,
    add column result  text     not null default 'DONE' check (result in ('DONE', 'REFUSED', 'FAILED')),
    add column details jsonb    not null default '{}' check (jsonb_typeof(details) = 'object'),
    add column format  smallint not null default 1,
    add constraint audit_entry_leaf_is_a_hash check (length(leaf_hash) = 32);
alter table audit_entry alter column format drop default;
alter table audit_entry alter column result drop default;

create sequence audit_entry_id;
select setval('audit_entry_id', coalesce((select last from chain_before), 0) + 1, false);
alter table audit_entry alter column id set default nextval('audit_entry_id');

comment on column audit_entry.id is 'the order of storing, with gaps; the number that an entry is known by is in audit_leaf';
comment on column audit_entry.format is 'which form of the canonical content its hash is made of: 1 was taken over from a chain of hashes';

-- The devices that an entry concerns.
create table audit_entry_device (
    entry_id  bigint not null,
    object_id uuid   not null,
    device_id uuid,
    name      text   not null,
    primary key (entry_id, object_id)
);

create index audit_entry_device_by_device on audit_entry_device (object_id, entry_id);

-- Which entries have no number yet. The one table of the log that rows leave: the sealer takes them away.
create table audit_unsealed (
    entry_id bigint primary key
);

-- The leaves of the Merkle tree: entries numbered from 1, without gaps.
create table audit_leaf (
    number    bigint primary key check (number > 0),
    entry_id  bigint not null unique,
    leaf_hash bytea  not null check (length(leaf_hash) = 32)
);

-- The hashes of complete subtrees of 256 leaves (level 1), of 256 of these (level 2) and so on, counted from 0, so that a proof needs few rows.
create table audit_tile (
    level    smallint not null check (level > 0),
    position bigint   not null check (position >= 0),
    hash     bytea    not null check (length(hash) = 32),
    primary key (level, position)
);

-- What was signed, and copied out of the database: the tree's root at a size.
create table audit_checkpoint (
    size bigint      primary key check (size > 0),
    at   timestamptz not null,
    note text        not null check (note <> '')
);

create index audit_checkpoint_by_time on audit_checkpoint (at);

-- One row: which log this is, so that no other log's checkpoint is taken for one of it.
create table audit_log_identity (
    id  uuid    primary key,
    one boolean not null default true unique check (one)
);

insert into audit_log_identity (id) values (gen_random_uuid());

-- A database that was found to be older than a checkpoint outside it, and that an owner has looked at what is open since.
create table audit_restoration (
    id           bigint      primary key generated always as identity,
    found_at     timestamptz not null,
    size_inside  bigint      not null check (size_inside >= 0),
    size_outside bigint      not null check (size_outside >= size_inside),
    note         text        not null
);

create table audit_restoration_confirmed (
    restoration_id bigint      not null references audit_restoration,
    at             timestamptz not null,
    actor_id       text        not null,
    actor_name     text        not null,
    signed         text        not null
);

create index audit_restoration_confirmed_by_restoration on audit_restoration_confirmed (restoration_id);

comment on column audit_restoration_confirmed.signed is 'what counts: the portal signed it with the key outside the database';

create or replace function audit_entry_refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception 'The audit log is append-only: % of % is refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_device_append_only before update or delete or truncate on audit_entry_device
    for each statement execute function audit_entry_refuse_change();
create trigger audit_leaf_append_only before update or delete or truncate on audit_leaf
    for each statement execute function audit_entry_refuse_change();
create trigger audit_tile_append_only before update or delete or truncate on audit_tile
    for each statement execute function audit_entry_refuse_change();
create trigger audit_checkpoint_append_only before update or delete or truncate on audit_checkpoint
    for each statement execute function audit_entry_refuse_change();
create trigger audit_log_identity_append_only before update or delete or truncate on audit_log_identity
    for each statement execute function audit_entry_refuse_change();
create trigger audit_restoration_append_only before update or delete or truncate on audit_restoration
    for each statement execute function audit_entry_refuse_change();
create trigger audit_restoration_confirmed_append_only before update or delete or truncate on audit_restoration_confirmed
    for each statement execute function audit_entry_refuse_change();
create trigger audit_unsealed_only_shrinks before update or truncate on audit_unsealed
    for each statement execute function audit_entry_refuse_change();

-- Entries from before wait for their numbers in the order that they had, and behind them one that says what their chain was like.
insert into audit_unsealed (entry_id) select id from audit_entry;

with said as (
    select date_trunc('microseconds', clock_timestamp()) as at,
           case when entries = 0 then 'Began the audit log'
                when first_changed is null then
                    'Took over ' || entries || ' entries into the sealed log; their chain of hashes was intact'
                else 'Took over ' || entries || ' entries into the sealed log; their chain of hashes was broken at entry ' || first_changed
           end as summary,
           case when first_changed is null then 'DONE' else 'FAILED' end as result,
           '{"entries":' || entries
               || case when first_changed is null then '' else ',"firstChanged":' || first_changed end
               || case when last_hash is null then '' else ',"lastHash":"' || last_hash || '"' end || '}' as details
    from chain_before),
entry as (
    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
    select at, 'portal', 'Portal', 'audit.taken-over', result, '', summary, details::jsonb, 2,
           sha256('\x00'::bytea || convert_to(
               '{"action":"audit.taken-over","actor":{"id":"portal","name":"Portal"},"at":"'
               || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
               || '","details":' || details || ',"devices":[],"format":2,"result":"' || result
               || '","subject":"","summary":' || to_json(summary) || '}', 'UTF8'))
    from said
    returning id)
insert into audit_unsealed (entry_id) select id from entry;
