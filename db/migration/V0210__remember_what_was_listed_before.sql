-- Where a device of the inventory stood in each order of the list before the portal changed it: whoever is taking the list away
-- part by part since before that meets it there, neither twice nor not at all. Goes with the copy.
create table relisted_device (
    id             bigint      generated always as identity primary key,
    run_id         bigint      not null,
    object_id      uuid        not null,
    relisted_by    xid8        not null default pg_current_xact_id(),
    device_id      uuid,
    name_key       text        collate "C" not null,
    platform       text        not null,
    ownership_kind text        not null,
    trust_type     text,
    enabled        boolean,
    last_sign_in   timestamptz,
    intune_id      uuid,
    last_sync      timestamptz,
    serial_key     text        collate "C",
    user_key       text        collate "C"
);

comment on column relisted_device.relisted_by is 'the transaction that changed it';

create index relisted_device_by_run on relisted_device (run_id, object_id, id);
