-- Where other systems want to be told. Their addresses can hold a key, so that they are encrypted at rest like the secrets.
create table webhook (
    id            bigint      generated always as identity primary key,
    name          text        not null check (name <> '' and length(name) <= 100),
    format        text        not null check (format in ('TEAMS', 'CLOUD_EVENTS')),
    -- Of its address, to be shown.
    host          text        not null check (host <> ''),
    -- Where an owner says that this host is in a network of their own, and may have a private address. Else null.
    internal_host text,
    kinds         text[]      not null check (cardinality(kinds) > 0),
    version       bigint      not null default 1,
    saved_at      timestamptz not null,
    saved_by_id   text        not null check (saved_by_id <> ''),
    saved_by_name text        not null check (saved_by_name <> ''),
    constraint only_its_own_host_is_internal check (internal_host = host)
);

create unique index webhook_by_name on webhook (lower(name));

create table webhook_secret (
    webhook_id bigint      not null references webhook on delete cascade,
    slot       text        not null check (slot in ('ADDRESS', 'SIGNING', 'SIGNING_BEFORE')),
    -- Encrypted for this webhook and this use.
    text       text        not null check (text <> ''),
    salt       text        not null check (salt <> ''),
    key_id     text        not null check (key_id <> ''),
    -- Until when the one before is used beside the one that took its place.
    ends_at    timestamptz,
    primary key (webhook_id, slot),
    constraint only_what_was_replaced_ends check ((slot = 'SIGNING_BEFORE') = (ends_at is not null))
);
