-- Which leaves may be added was looked for by whatever plan had been best when few entries waited: behind a backlog that took seconds for
-- each ten thousand. Each leaf is now looked up by its entry's key, however many wait.

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
                    or (select e.leaf_hash from audit_entry e where e.id = a.entry_id) is distinct from a.leaf_hash)) then
        raise exception 'The audit log takes a number only behind its last, and for an entry that waits for it'
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

do $$
begin
    execute format('alter function audit_leaf_refuse_foreign() set search_path = %I, pg_temp', current_schema());
end $$;
alter function audit_leaf_refuse_foreign() set enable_seqscan = off;
