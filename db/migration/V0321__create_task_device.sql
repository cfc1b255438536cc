-- The devices of a task, by ID and with the name of that time, since the task outlives what it was read from. What each is now comes
-- from the inventory, after each run and whatever the portal does in between.
create table task_device (
    task_id     bigint      not null references task,
    object_id   uuid        not null,
    device_id   uuid,
    -- May be empty.
    name        text        not null,
    -- Whether Intune had it when it was added: only what it had not can come back.
    in_intune   boolean     not null,
    state       text        not null check (state in ('NOT_KNOWN', 'THERE', 'DISABLED', 'GONE', 'BACK')),
    state_since timestamptz not null,
    primary key (task_id, object_id)
);

create index task_device_by_object on task_device (object_id, task_id);

-- Pages show them by name.
create index task_device_by_name on task_device (task_id, lower(name), object_id);
