-- What modules let others read of their tables. Each table has one owner, and only the owner names it in a statement; a view
-- belongs to the owner of its tables. The columns stand for a promise: a table may change as long as its view can keep it.

-- evaluation: what a run flagged.
create view flagged_device as
select run_id, object_id, device_id, intune_id, name, platform, ownership, join_type, kind_group, situation, link_state,
       enabled, compliant, last_sign_in, removal, removed_at
from finding;

-- evaluation: what a custom instruction kept from being suggested.
create view device_left_out_by_instruction as
select run_id, object_id, situation, platform, ownership, kind_group, instruction
from left_out
where instruction is not null;

-- inventory: the devices of a run's copy of the tenant.
create view inventory_device as
select run_id, object_id, device_id, display_name, account_enabled
from entra_device;

-- inventory: Intune's records of a run's copy of the tenant.
create view inventory_record as
select run_id, intune_id, entra_device_id
from managed_device;

-- keys: what is known of a device's recovery keys and passwords.
create view known_device_key as
select object_id, bitlocker_keys, laps, checked_at, problem
from device_key;

-- suggestion: the devices of each suggestion, as its run flagged them.
create view suggested_device as
select suggestion.id as suggestion_id, flagged.object_id, flagged.device_id, flagged.platform, flagged.join_type
from suggestion
    join flagged_device flagged using (run_id, situation, platform, ownership, kind_group);
