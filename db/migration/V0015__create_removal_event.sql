create table removal_event (
    run_id          bigint      not null,
    event_id        text        not null check (event_id <> ''),
    part            integer     not null,
    kind            text        not null check (kind in ('RETIRE', 'WIPE', 'DELETE', 'HIDDEN', 'GONE')),
    source          text        not null check (source in ('AUDIT', 'INVENTORY')),
    at              timestamptz not null,
    actor           text,
    success         boolean     not null,
    result          text,
    entra_device_id uuid        check (entra_device_id <> '00000000-0000-0000-0000-000000000000'),
    intune_id       uuid        check (intune_id <> '00000000-0000-0000-0000-000000000000'),
    device_name     text,
    primary key (run_id, event_id, part)
);

create index removal_event_by_entra_device_id on removal_event (run_id, entra_device_id);
create index removal_event_by_intune_id on removal_event (run_id, intune_id);
