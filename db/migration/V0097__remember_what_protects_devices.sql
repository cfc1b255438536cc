-- What tells a device's kind, its serial number and its user outlive its record in Intune: kept from the last inventory that
-- had them, for as long as Entra has the device.
alter table known_managed_device
    add column serial_number     text,
    add column user_display_name text,
    add column owner_type        text,
    add column operating_system  text,
    add column manufacturer      text,
    add column model             text,
    add column management_agent  text,
    add column enrollment_type   text;

update known_managed_device k
set serial_number     = m.serial_number,
    user_display_name = m.user_display_name,
    owner_type        = m.owner_type,
    operating_system  = m.operating_system,
    manufacturer      = m.manufacturer,
    model             = m.model,
    management_agent  = m.management_agent,
    enrollment_type   = m.enrollment_type
from managed_device m
    join inventory i on i.run_id = m.run_id and i.published_at is not null
where m.intune_id = k.intune_id;

create index known_managed_device_by_entra_device_id on known_managed_device (entra_device_id);
create index known_managed_device_by_serial_number on known_managed_device (lower(serial_number) collate "C");
create index known_managed_device_by_user_name on known_managed_device (lower(user_principal_name) collate "C");
create index known_managed_device_by_user_display_name on known_managed_device (lower(user_display_name) collate "C");

-- Records that name another device ID than they once did, as they were when they still named the old one.
create table moved_managed_device (
    intune_id           uuid        not null,
    entra_device_id     uuid        not null check (entra_device_id <> '00000000-0000-0000-0000-000000000000'),
    device_name         text        not null,
    moved_at            timestamptz not null,
    user_principal_name text,
    serial_number       text,
    user_display_name   text,
    owner_type          text,
    operating_system    text,
    manufacturer        text,
    model               text,
    management_agent    text,
    enrollment_type     text,
    primary key (entra_device_id, intune_id)
);

create index moved_managed_device_by_intune_id on moved_managed_device (intune_id);

-- inventory: every record in Intune that an inventory tied to a device ID, as it was last known with it.
create view former_record as
select intune_id, entra_device_id, device_name, gone_at, user_principal_name, serial_number, user_display_name, owner_type,
       operating_system, manufacturer, model, management_agent, enrollment_type
from known_managed_device
where entra_device_id is not null
union all
select intune_id, entra_device_id, device_name, moved_at, user_principal_name, serial_number, user_display_name, owner_type,
       operating_system, manufacturer, model, management_agent, enrollment_type
from moved_managed_device moved
where not exists (
    select from known_managed_device known
    where known.intune_id = moved.intune_id and known.entra_device_id = moved.entra_device_id);

-- Every Autopilot registration that an inventory has held, with each pair of IDs that it named.
create table known_autopilot_identity (
    id                uuid not null,
    entra_device_id   uuid check (entra_device_id <> '00000000-0000-0000-0000-000000000000'),
    managed_device_id uuid check (managed_device_id <> '00000000-0000-0000-0000-000000000000'),
    serial_number     text,
    group_tag         text,
    model             text,
    manufacturer      text,
    gone_at           timestamptz,
    unique nulls not distinct (id, entra_device_id, managed_device_id),
    check (entra_device_id is not null or managed_device_id is not null)
);

insert into known_autopilot_identity (id, entra_device_id, managed_device_id, serial_number, group_tag, model, manufacturer)
select a.id, a.entra_device_id, a.managed_device_id, a.serial_number, a.group_tag, a.model, a.manufacturer
from autopilot_identity a
    join inventory i on i.run_id = a.run_id and i.published_at is not null
where a.entra_device_id is not null or a.managed_device_id is not null;

create index known_autopilot_identity_by_entra_device_id on known_autopilot_identity (entra_device_id);
create index known_autopilot_identity_by_managed_device_id on known_autopilot_identity (managed_device_id);
