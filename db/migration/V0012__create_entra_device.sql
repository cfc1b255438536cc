create table entra_device (
    run_id                   bigint  not null,
    object_id                uuid    not null check (object_id <> '00000000-0000-0000-0000-000000000000'),
    device_id                uuid    check (device_id <> '00000000-0000-0000-0000-000000000000'),
    display_name             text    not null,
    account_enabled          boolean,
    operating_system         text,
    operating_system_version text,
    platform                 text    not null,
    trust_type               text,
    profile_type             text,
    ownership                text,
    ownership_kind           text    not null,
    manufacturer             text,
    model                    text,
    managed                  boolean,
    compliant                boolean,
    mdm_app_id               text,
    management_type          text,
    on_premises_sync_enabled boolean,
    enrollment_profile_name  text,
    physical_ids             text[]  not null,
    last_sign_in             timestamptz,
    registered               timestamptz,
    created                  timestamptz,
    primary key (run_id, object_id)
);

create index entra_device_by_device_id on entra_device (run_id, device_id);

-- Collation "C" serves both the search for beginnings and the order of the list.
create index entra_device_by_name on entra_device (run_id, lower(display_name) collate "C", object_id);
