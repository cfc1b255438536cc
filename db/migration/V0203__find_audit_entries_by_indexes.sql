-- A log of hundreds of thousands of entries is sorted and searched by indexes. What is computed of an entry is no part of what its
-- hash is made of.
alter table audit_entry
    add column summary_key text collate "C" generated always as (left(lower(summary), 200)) stored,
    add column search_text text generated always as (lower(summary || E'\n' || subject || E'\n' || actor_name)) stored;

create index audit_entry_by_summary on audit_entry (summary_key, id);
create index audit_entry_by_person on audit_entry (actor_id, id) include (actor_name);
create index audit_entry_by_deed on audit_entry (action, id);
create index audit_entry_by_text on audit_entry using gin (search_text gin_trgm_ops);
drop index audit_entry_by_actor;
drop index audit_entry_by_action;
