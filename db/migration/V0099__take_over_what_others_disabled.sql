-- A device that somebody else had disabled before it was asked to be disabled here: nothing is sent for it, its grace period
-- begins, and it stays theirs to enable.
alter table disabled_device add column taken_over boolean not null default false;

-- Restored, such a device is as it was before it was deleted.
alter table deleted_device add column taken_over boolean not null default false;

alter table requested_device drop constraint requested_device_state_check;

alter table requested_device add constraint requested_device_state_check check (state in
    ('WAITING', 'SENT', 'ACCEPTED', 'VERIFIED', 'NOT_VERIFIED', 'TAKEN_OVER', 'SKIPPED', 'FAILED', 'DROPPED'));
