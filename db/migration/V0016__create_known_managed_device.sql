-- Every managed device that an inventory has held, so that what is gone from Intune is noticed, and so that an event
-- that names only the Intune ID finds its device.
create table known_managed_device (
    intune_id       uuid primary key,
    entra_device_id uuid check (entra_device_id <> '00000000-0000-0000-0000-000000000000'),
    device_name     text not null,
    gone_at         timestamptz
);
