-- Whoever may make functions and operators where others look for them has what they do done with the rights of these: the portal's role made
-- its tables beside those of the audit log's owner. From here on it makes them in a schema of their own, and nothing elsewhere.
create schema if not exists portal_copies;

do $$
declare
    each record;
begin
    for each in
        select c.relname
        from pg_class c
        where c.relnamespace = quote_ident(current_schema())::regnamespace and c.relkind = 'r'
          and c.relname ~ '^(entra_device|managed_device|autopilot_identity|removal_event|restricted_unit_member|listed_device|listed_finding|listed_left_out)_[0-9]+$'
    loop
        execute format('alter table %I set schema portal_copies', each.relname);
    end loop;
end
$$;

-- Portals of before look for these tables, and make them, where they were.
create or replace function oldest_migration_to_know() returns integer
language sql immutable
return 395;
