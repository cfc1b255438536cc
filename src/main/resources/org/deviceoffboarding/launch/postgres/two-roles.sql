-- Sets up the two roles of the portal in the database that it is run in, as a superuser: portal_owner, who migrates and owns the
-- audit log, and portal_user, as whom the portal works. May be run again at any time, also where one role has made everything
-- until now. The passwords are what setup.owner_password and setup.user_password are set to in this session.
begin;

-- What others made is not looked at: it would run as this superuser.
set local search_path = pg_catalog, pg_temp;

do $$
declare
    each text;
begin
    foreach each in array array['owner', 'user'] loop
        if to_regrole('portal_' || each) is null then
            execute format('create role portal_%s', each);
        end if;
        execute format(
            'alter role portal_%s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
            each, current_setting('setup.' || each || '_password'));
    end loop;
    -- Who owns a database owns what its schema 'public' holds, whoever made it.
    execute format('alter database %I owner to portal_owner', current_database());
end
$$;

-- The owner changes the tables of the portal's role when it migrates, and hands over what it makes.
grant portal_user to portal_owner with inherit true, set true;

-- The portal's role makes its tables in a schema of their own, which the migrations create.
grant usage, create on schema public to portal_owner;
grant usage on schema public to portal_user;

-- Who may write no functions can leave none behind that run with the rights of others.
revoke usage on language sql, plpgsql from public;
grant usage on language sql, plpgsql to portal_owner;

-- What neither of the two made goes to the owner, who hands over what is not the audit log's when the portal starts. What belongs
-- to an extension stays with it, and a column's sequence goes with its table.
do $$
declare
    each record;
begin
    for each in
        select format('table %I.%I', n.nspname, c.relname) as object
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'S')
          and pg_get_userbyid(c.relowner) not in ('portal_owner', 'portal_user')
          and not exists (
            select from pg_depend d
            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
              and (d.deptype = 'e' or c.relkind = 'S' and d.deptype in ('a', 'i')))
        union all
        select format('routine %I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid))
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and pg_get_userbyid(p.proowner) not in ('portal_owner', 'portal_user')
          and not exists (
            select from pg_depend d
            where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    loop
        execute format('alter %s owner to portal_owner', each.object);
    end loop;
end
$$;

commit;
