-- What people ask of devices beside what lists show of them. Questions are answered from the listed devices alone, so that several
-- criteria need no join. All of it may be null.
--
-- Texts of which a device can have several (Entra and Intune write makers in their own ways) stand in one column, in lower case, each
-- between line feeds and without full stops and spaces at its end.
create function version_key(version text) returns text
language sql immutable parallel safe
return regexp_replace(
    regexp_replace(lower(version), '(\d+)', '0000000000\1', 'g'), '\d*(\d{10})', '\1', 'g') collate "C";

create function folded(value text) returns text
language sql immutable parallel safe
return rtrim(lower(value), '. ');

comment on function version_key is 'sorts as the numbers in a version do';
comment on function folded is 'as texts are compared with patterns, see the module language';

do $$
declare
    own text;
    columns text := '
        add column version      text,
        add column version_key  text collate "C",
        add column manufacturer text,
        add column makers       text collate "C",
        add column model        text,
        add column models       text collate "C",
        add column other_names  text collate "C",
        add column users        text collate "C",
        add column compliant    boolean,
        add column registered   timestamptz,
        add column enrolled     timestamptz,
        add column removed_how  text,
        add column removed_by   text collate "C",
        add column removed_at   timestamptz,
        add column asked        boolean not null default false';
begin
    execute 'alter table listed_device ' || columns;
    -- A copy that is still being read becomes a part of it later.
    for own in
        select relname from pg_class
        where relnamespace = current_schema()::regnamespace and relkind = 'r' and not relispartition
          and relname ~ '^listed_device_[0-9]+$'
    loop
        execute format('alter table %I %s', own, columns);
    end loop;
end
$$;

comment on column listed_device.other_names is 'those in Intune that are not the one in Entra';
comment on column listed_device.users is 'principal names and display names';
comment on column listed_device.removed_how is 'the newest removal from Intune that worked, as are the next two';
comment on column listed_device.asked is 'whether the columns that questions ask by are filled; a portal of the version before leaves them';
