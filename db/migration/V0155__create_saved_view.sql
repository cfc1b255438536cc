-- What somebody wants to find again in a list: its filters and order as the address has them, and its columns.
create table saved_view (
    id           bigint      generated always as identity primary key,
    -- Which list, such as devices.
    list         text        not null check (list <> '' and length(list) <= 100),
    name         text        not null check (name <> '' and length(name) <= 80),
    -- Whether everybody sees it, or the one who made it.
    shared       boolean     not null,
    made_by_id   text        not null check (made_by_id <> ''),
    made_by_name text        not null check (made_by_name <> ''),
    made_at      timestamptz not null,
    query        text        not null check (length(query) <= 4000),
    columns      text        not null check (length(columns) <= 4000)
);

create unique index saved_view_shared_name on saved_view (list, lower(name)) where shared;
create unique index saved_view_own_name on saved_view (list, made_by_id, lower(name)) where not shared;
