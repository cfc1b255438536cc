-- The log's page reads entries in the order of time, narrowed by who, what, how it came out, the thing, the device, the time and words,
-- and two of these together. Each index has the order at its end, so that the first rows of any are read off and not sorted: a person's
-- entries are the first ones of each of the few actions and results, put together.

-- The words of a text: what stands between whatever is no letter and no digit, in small letters. Of a long text the beginning counts.
create function audit_words(text) returns tsvector
language sql immutable parallel safe strict
return array_to_tsvector(array(
    select distinct left(word, 64) from regexp_split_to_table(lower(left($1, 20000)), '[^[:alnum:]]+') word where word <> ''));

-- A search for entries that have all words of a text, or words that begin so; null where it has none. Words of one or two characters are
-- meant whole: too many begin so.
create function audit_search(text) returns tsquery
language sql immutable parallel safe strict
return (
    select string_agg('''' || left(word, 64) || '''' || case when length(word) < 3 then '' else ':*' end, ' & ')
    from regexp_split_to_table(lower(left($1, 1000)), '[^[:alnum:]]+') word where word <> '')::tsquery;

drop index audit_entry_by_summary;
drop index audit_entry_by_person;
drop index audit_entry_by_deed;
drop index audit_entry_by_text;
drop index audit_entry_by_time;
drop index audit_entry_by_subject;

-- What is computed of an entry is no part of what its hash is made of.
alter table audit_entry
    drop column summary_key,
    drop column search_text,
    add column words tsvector not null generated always as (audit_words(
        summary || ' ' || subject || ' ' || actor_name || ' ' || actor_id || ' ' || details::text)) stored;

alter table audit_entry alter column words set statistics 1000;

create index audit_entry_by_time on audit_entry (at, id);
create index audit_entry_by_deed on audit_entry (action, result, at, id);
create index audit_entry_by_person on audit_entry (actor_id, action, result, at, id);
create index audit_entry_by_subject on audit_entry (subject, at, id) where subject <> '';
create index audit_entry_by_words on audit_entry using gin (words);

-- A device is found by its object ID (the foundation's index), by its device ID, and by any name that it had.
create index audit_entry_device_by_device_id on audit_entry_device (device_id, object_id) where device_id is not null;
create index audit_entry_device_by_name on audit_entry_device (lower(name), object_id) where name <> '';
