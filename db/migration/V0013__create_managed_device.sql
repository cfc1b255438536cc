create table managed_device (
    run_id              bigint not null,
    intune_id           uuid   not null check (intune_id <> '00000000-0000-0000-0000-000000000000'),
    entra_device_id     uuid   check (entra_device_id <> '00000000-0000-0000-0000-000000000000'),
    device_name         text   not null,
    serial_number       text,
    user_principal_name text,
    user_display_name   text,
    owner_type          text,
    operating_system    text,
    os_version          text,
    manufacturer        text,
    model               text,
    management_state    text,
    management_agent    text,
    enrollment_type     text,
    compliance_state    text,
    last_sync           timestamptz,
    enrolled            timestamptz,
    primary key (run_id, intune_id)
);

create index managed_device_by_entra_device_id on managed_device (run_id, entra_device_id);
create index managed_device_by_name on managed_device (run_id, lower(device_name) collate "C");
create index managed_device_by_serial_number on managed_device (run_id, lower(serial_number) collate "C");
create index managed_device_by_user on managed_device (run_id, lower(user_principal_name) collate "C");
create index managed_device_by_user_name on managed_device (run_id, lower(user_display_name) collate "C");
