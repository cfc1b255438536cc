-- What a test does as the server's administrator within its own transaction, as TestDatabase.asAdministrator says.
create schema administrator;
grant usage on schema administrator to public;

create function administrator.run(statement text) returns void
language plpgsql security definer as $$
begin
    execute statement;
end $$;

-- Tests let what the database keeps as it was stored have happened earlier.
grant set on parameter session_replication_role to portal_user;

-- And they write functions as the portal's role, which many servers let everybody do.
grant usage on language sql, plpgsql to portal_user;
