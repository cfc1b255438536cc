-- Who signed in to the portal, as the tenant described them last. Names and mail addresses are personal data: they are what an
-- administrator's directory shows to everybody, and are kept as long as the audit log that they explain. There is no token here.
create table person (
    id                  text        primary key check (id <> ''),
    -- Null where the tenant says none.
    name                text        check (name <> ''),
    user_principal_name text        not null check (user_principal_name <> ''),
    mail                text        check (mail <> ''),
    -- With those that they include. Empty for somebody without a role.
    roles               text[]      not null,
    first_sign_in_at    timestamptz not null,
    last_sign_in_at     timestamptz not null,
    -- At each sign-in, and again and again during a session.
    roles_read_at       timestamptz not null,
    -- Since when the tenant refuses the person's sign-in; null while it does not.
    refused_at          timestamptz,
    constraint signs_in_first_before_last check (first_sign_in_at <= last_sign_in_at),
    constraint roles_are_read_at_sign_in check (last_sign_in_at <= roles_read_at)
);

-- For tables that are searched and sorted by the names of people who are recorded in them by ID.
create view person_name as select id, name from person where name is not null;
