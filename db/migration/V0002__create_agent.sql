-- The tenant's one agent: the delegated identity that runs read the tenant with.
create table agent (
    only_one          boolean     primary key default true check (only_one),
    identity_id       text        not null check (identity_id <> ''),
    identity_name     text        not null check (identity_name <> ''),
    tenant_name       text        not null,
    scopes            text[]      not null,
    -- Encrypted by the portal; the key is never in the database.
    refresh_token     text        not null,
    token_salt        text        not null,
    token_obtained_at timestamptz not null,
    expired           boolean     not null default false,
    set_up_at         timestamptz not null,
    set_up_by         text        not null,
    renewed_at        timestamptz
);
