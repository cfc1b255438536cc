-- Devices that this portal disabled and has not enabled or deleted since. Their grace period counts from here.
create table disabled_device (
    object_id   uuid        primary key,
    disabled_at timestamptz not null
);
