-- One copy of the tenant, read by one run. The run itself belongs to another module, so there is no foreign key to it.
create table inventory (
    run_id        bigint      primary key,
    removed_since timestamptz not null,
    read_at       timestamptz not null,
    published_at  timestamptz
);

-- What pages show: at most one copy.
create unique index inventory_one_published on inventory ((true)) where published_at is not null;
