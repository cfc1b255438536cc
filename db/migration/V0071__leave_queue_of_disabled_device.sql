-- What people know a disabled device by, and why a run took it out of the queue for deletion. It stays known that this
-- portal disabled it, so that it can be enabled again.
alter table disabled_device
    add column name         text not null default '',
    add column platform     text not null default 'OTHER',
    add column disabled_by  text not null default 'unknown' check (disabled_by <> ''),
    add column left_at      timestamptz,
    add column left_because text,
    add constraint what_left_the_queue_says_why check ((left_at is null) = (left_because is null));

create index disabled_device_by_time on disabled_device (disabled_at desc, object_id);
