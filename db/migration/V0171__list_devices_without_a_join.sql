-- What pages list of each device of a copy, joined once: each order and each search has its index.
create table listed_device (
    run_id         bigint      not null,
    object_id      uuid        not null,
    device_id      uuid,
    name           text        not null,
    name_key       text        collate "C" not null,
    platform       text        not null,
    ownership_kind text        not null,
    trust_type     text,
    enabled        boolean,
    last_sign_in   timestamptz,
    intune_id      uuid,
    last_sync      timestamptz,
    heard_at       timestamptz,
    serial_number  text,
    serial_key     text        collate "C",
    user_name      text,
    user_key       text        collate "C",
    search_text    text        not null,
    primary key (object_id, run_id)
) partition by list (run_id);

comment on column listed_device.intune_id is 'of the record in Intune that synchronised last';
comment on column listed_device.heard_at is 'the later of last_sign_in and last_sync';
comment on column listed_device.search_text is 'everything that it is found by, in lower case, each behind a line feed';

create index listed_device_by_name on listed_device (name_key, object_id);
create index listed_device_by_device_id on listed_device (device_id, name_key, object_id);
create index listed_device_by_platform on listed_device (platform, name_key, object_id);
create index listed_device_by_ownership on listed_device (ownership_kind, name_key, object_id);
create index listed_device_by_trust_type on listed_device (trust_type, name_key, object_id);
create index listed_device_by_enabled on listed_device (enabled, name_key, object_id);
create index listed_device_by_last_sign_in on listed_device (last_sign_in, name_key, object_id);
create index listed_device_by_intune_id on listed_device (intune_id, name_key, object_id);
create index listed_device_by_last_sync on listed_device (last_sync, name_key, object_id);
create index listed_device_by_serial_number on listed_device (serial_key, name_key, object_id);
create index listed_device_by_user on listed_device (user_key, name_key, object_id);
create index listed_device_by_user_outside_intune on listed_device (user_key, name_key, object_id) where intune_id is null;
create index listed_device_by_serial_number_outside_intune on listed_device (serial_key, name_key, object_id)
    where intune_id is null;
create index listed_device_by_heard_at on listed_device (heard_at);
create index listed_device_by_text on listed_device using gin (search_text gin_trgm_ops);

-- The copies that there are.
do $$
declare
    run bigint;
begin
    for run in select run_id from inventory_source group by run_id loop
        execute format('create table %I partition of listed_device for values in (%s)', 'listed_device_' || run, run);
        insert into listed_device (
            run_id, object_id, device_id, name, name_key, platform, ownership_kind, trust_type, enabled, last_sign_in,
            intune_id, last_sync, heard_at, serial_number, serial_key, user_name, user_key, search_text)
        select e.run_id, e.object_id, e.device_id, e.display_name, lower(e.display_name), e.platform, e.ownership_kind,
               e.trust_type, e.account_enabled, e.last_sign_in, m.intune_id, m.last_sync,
               greatest(e.last_sign_in, m.last_sync), coalesce(m.serial_number, k.serial_number),
               lower(coalesce(m.serial_number, k.serial_number)), coalesce(m.user_name, k.user_name),
               lower(coalesce(m.user_name, k.user_name)),
               lower(concat(E'\n', e.display_name, m.texts, k.texts))
        from entra_device e
            left join (
                select entra_device_id,
                       (array_agg(intune_id order by last_sync desc nulls last, intune_id))[1] as intune_id,
                       max(last_sync) as last_sync,
                       (array_agg(serial_number order by last_sync desc nulls last, intune_id)
                           filter (where serial_number is not null))[1] as serial_number,
                       (array_agg(coalesce(user_principal_name, user_display_name)
                                  order by last_sync desc nulls last, intune_id)
                           filter (where coalesce(user_principal_name, user_display_name) is not null))[1] as user_name,
                       string_agg(concat(E'\n' || device_name, E'\n' || serial_number, E'\n' || user_principal_name,
                                         E'\n' || user_display_name), '') as texts
                from managed_device
                where run_id = run and entra_device_id is not null
                group by entra_device_id) m on m.entra_device_id = e.device_id
            left join (
                select known.entra_device_id,
                       (array_agg(known.serial_number order by known.gone_at desc nulls first, known.intune_id)
                           filter (where known.serial_number is not null))[1] as serial_number,
                       (array_agg(coalesce(known.user_principal_name, known.user_display_name)
                                  order by known.gone_at desc nulls first, known.intune_id)
                           filter (where coalesce(known.user_principal_name, known.user_display_name) is not null))[1]
                           as user_name,
                       string_agg(concat(E'\n' || known.serial_number, E'\n' || known.user_principal_name,
                                         E'\n' || known.user_display_name), '') as texts
                from former_record known
                where not exists (
                    select from managed_device now
                    where now.run_id = run and now.intune_id = known.intune_id
                      and now.entra_device_id = known.entra_device_id
                      and (known.serial_number is null or now.serial_number = known.serial_number)
                      and (known.user_principal_name is null or now.user_principal_name = known.user_principal_name)
                      and (known.user_display_name is null or now.user_display_name = known.user_display_name))
                group by known.entra_device_id) k on k.entra_device_id = e.device_id
        where e.run_id = run
        ;
    end loop;
end
$$;
