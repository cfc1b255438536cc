-- Which restricted management administrative units devices are in: a part of each run's copy of the tenant, as V0170 says.
create table restricted_unit_member (
    run_id    bigint not null,
    object_id uuid   not null,
    unit_id   uuid   not null,
    unit_name text   not null,
    primary key (run_id, object_id, unit_id)
) partition by list (run_id);

alter table inventory
    add column units_read_at timestamptz,
    add column units_problem text;

comment on column inventory.units_read_at is 'when the units were read, or it turned out that they cannot be; null where nobody tried';
comment on column inventory.units_problem is 'a sentence why not all of them are known';
