-- Each run's copy of the tenant is kept in tables of its own, which become partitions once they are read: a run locks nothing that
-- pages read, and a copy goes without a row being deleted. Indexes need no run_id: each partition has its own.
create extension if not exists pg_trgm;

alter table entra_device rename to whole_entra_device;
alter table managed_device rename to whole_managed_device;
alter table autopilot_identity rename to whole_autopilot_identity;
alter table removal_event rename to whole_removal_event;

create table entra_device (like whole_entra_device including defaults including constraints) partition by list (run_id);
create table managed_device (like whole_managed_device including defaults including constraints) partition by list (run_id);
create table autopilot_identity (like whole_autopilot_identity including defaults including constraints) partition by list (run_id);
create table removal_event (like whole_removal_event including defaults including constraints) partition by list (run_id);

create or replace view inventory_device as
select run_id, object_id, device_id, display_name, account_enabled
from entra_device;

create or replace view inventory_record as
select run_id, intune_id, entra_device_id
from managed_device;

-- A copy that is still being read is read anew.
delete from inventory_source
where run_id in (select run_id from inventory_source group by run_id having count(*) < 4);

do $$
declare
    kind text;
    run bigint;
begin
    foreach kind in array array['entra_device', 'managed_device', 'autopilot_identity', 'removal_event'] loop
        for run in select run_id from inventory_source group by run_id loop
            execute format('create table %1$I partition of %2$I for values in (%3$s)', kind || '_' || run, kind, run);
            execute format('insert into %1$I select * from %2$I where run_id = %3$s', kind, 'whole_' || kind, run);
        end loop;
        execute format('drop table %I', 'whole_' || kind);
    end loop;
end
$$;

alter table entra_device add primary key (run_id, object_id);
alter table managed_device add primary key (run_id, intune_id);
alter table autopilot_identity add primary key (run_id, id);
alter table removal_event add primary key (run_id, event_id, part);

create index entra_device_by_device_id on entra_device (device_id);
create index managed_device_by_entra_device_id on managed_device (entra_device_id);
create index autopilot_identity_by_entra_device_id on autopilot_identity (entra_device_id);
create index autopilot_identity_by_managed_device_id on autopilot_identity (managed_device_id);
create index removal_event_by_entra_device_id on removal_event (entra_device_id);
create index removal_event_by_intune_id on removal_event (intune_id);

-- Lists have what these found, see V0171.
drop index known_managed_device_by_serial_number;
drop index known_managed_device_by_user_name;
drop index known_managed_device_by_user_display_name;

-- The copy that another took the place of stays for whoever still reads it.
alter table inventory
    add column replaced_at   timestamptz,
    -- Since when what a copy says of records is remembered for later ones; null where it is not yet.
    add column remembered_at timestamptz;

update inventory set remembered_at = published_at where published_at is not null;
