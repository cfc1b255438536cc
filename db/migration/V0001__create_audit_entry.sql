create table audit_entry (
    id            bigint      primary key,
    at            timestamptz not null,
    actor_id      text        not null check (actor_id <> ''),
    actor_name    text        not null check (actor_name <> ''),
    action        text        not null check (action ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
    subject       text        not null,
    summary       text        not null check (summary <> ''),
    previous_hash bytea       not null,
    hash          bytea       not null unique
);

create index audit_entry_by_time on audit_entry (at desc, id desc);
create index audit_entry_by_actor on audit_entry (actor_name, id desc);
create index audit_entry_by_action on audit_entry (action, id desc);
create index audit_entry_by_subject on audit_entry (subject, id desc);

-- What an entry says, in one form that can be hashed again at any time. Times in microseconds, as they are stored.
create function audit_entry_content(entry audit_entry) returns bytea
language sql immutable
return convert_to(
    jsonb_build_array(
        entry.id, (extract(epoch from entry.at) * 1000000)::bigint, entry.actor_id, entry.actor_name,
        entry.action, entry.subject, entry.summary)::text,
    'UTF8');

-- Numbers and chains each entry. The lock lets one transaction at a time add entries, so that the chain has no forks;
-- transactions that write audit entries are therefore kept short.
create function audit_entry_chain() returns trigger
language plpgsql as $$
declare
    last audit_entry;
begin
    perform pg_advisory_xact_lock(hashtext('audit_entry'));
    select * into last from audit_entry order by id desc limit 1;
    new.id := coalesce(last.id, 0) + 1;
    new.previous_hash := coalesce(last.hash, sha256(''));
    new.hash := sha256(new.previous_hash || audit_entry_content(new));
    return new;
end $$;

create trigger audit_entry_chain before insert on audit_entry
    for each row execute function audit_entry_chain();

create function audit_entry_refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception 'The audit log is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_refuse_change();
