create table autopilot_identity (
    run_id            bigint not null,
    id                uuid   not null check (id <> '00000000-0000-0000-0000-000000000000'),
    entra_device_id   uuid   check (entra_device_id <> '00000000-0000-0000-0000-000000000000'),
    managed_device_id uuid   check (managed_device_id <> '00000000-0000-0000-0000-000000000000'),
    serial_number     text,
    group_tag         text,
    enrollment_state  text,
    last_contacted    timestamptz,
    model             text,
    manufacturer      text,
    primary key (run_id, id)
);

create index autopilot_identity_by_entra_device_id on autopilot_identity (run_id, entra_device_id);
create index autopilot_identity_by_managed_device_id on autopilot_identity (run_id, managed_device_id);
