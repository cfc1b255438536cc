-- Devices that this portal deleted: what alone it may restore, and what people know them by afterwards.
create table deleted_device (
    object_id     uuid        primary key,
    device_id     uuid,
    name          text        not null,
    serial_number text,
    platform      text        not null,
    join_type     text,
    -- Whether Entra keeps it for 30 days; other objects are gone at once.
    restorable    boolean     not null,
    deleted_at    timestamptz not null,
    deleted_by    text        not null check (deleted_by <> ''),
    request_id    bigint      not null references change_request,
    restored_at   timestamptz
);

create index deleted_device_by_time on deleted_device (deleted_at desc, object_id);
