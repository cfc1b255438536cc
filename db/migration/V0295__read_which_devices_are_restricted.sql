-- Whether a device is in a restricted management administrative unit; null where Entra does not say, and in copies of before.
alter table entra_device add column management_restricted boolean;

-- A copy that is still being read becomes a part of it later.
do $$
declare
    own text;
begin
    for own in
        select relname from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and not relispartition
          and relname ~ '^entra_device_[0-9]+$'
    loop
        execute format('alter table %I add column management_restricted boolean', own);
    end loop;
end
$$;

create index entra_device_restricted on entra_device (object_id) where management_restricted;
