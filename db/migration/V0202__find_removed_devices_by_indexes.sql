-- Lists of what the portal disabled and deleted, which grow for years: each order and each search has its index.
alter table disabled_device
    add column name_key text    collate "C" generated always as (lower(name)) stored,
    add column by_key   text    collate "C" generated always as (lower(disabled_by)) stored,
    add column has_left boolean not null generated always as (left_at is not null) stored;

create index disabled_device_by_name on disabled_device (name_key, object_id);
create index disabled_device_by_platform on disabled_device (platform, name_key, object_id);
create index disabled_device_by_day on disabled_device (disabled_at, name_key, object_id);
create index disabled_device_by_person on disabled_device (by_key, name_key, object_id);
create index disabled_device_by_state on disabled_device (has_left, name_key, object_id);
create index disabled_device_by_text on disabled_device using gin (name_key gin_trgm_ops);
drop index disabled_device_by_time;

alter table deleted_device
    add column name_key    text collate "C" generated always as (lower(name)) stored,
    add column serial_key  text collate "C" generated always as (lower(serial_number)) stored,
    add column by_key      text collate "C" generated always as (lower(deleted_by)) stored,
    add column search_text text generated always as (lower(name || E'\n' || coalesce(serial_number, ''))) stored;

create index deleted_device_by_name on deleted_device (name_key, object_id);
create index deleted_device_by_serial_number on deleted_device (serial_key, name_key, object_id);
create index deleted_device_by_platform on deleted_device (platform, name_key, object_id);
create index deleted_device_by_day on deleted_device (deleted_at, name_key, object_id);
create index deleted_device_by_person on deleted_device (by_key, name_key, object_id);
create index deleted_device_by_restoring on deleted_device (restored_at, name_key, object_id);
create index deleted_device_by_request on deleted_device (request_id, name_key, object_id);
create index deleted_device_by_device_id on deleted_device (device_id);
create index deleted_device_by_text on deleted_device using gin (search_text gin_trgm_ops);
drop index deleted_device_by_time;
