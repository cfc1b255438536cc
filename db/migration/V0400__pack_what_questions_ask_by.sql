-- Whatever is small of what questions ask by, with what a result says of the device, in rows of few columns: any criteria together are met
-- in one pass over them. What is long (users, serial numbers) is looked up among the listed devices. Each run makes its rows once it
-- has judged. What is asked for most stands first: columns behind texts, or behind others that are null, are reached one by one.
create table packed_device (
    run_id         bigint      not null,
    object_id      uuid        not null,
    platform       text        collate "C" not null,
    ownership_kind text        collate "C" not null,
    trust_type     text        collate "C",
    in_intune      boolean     not null,
    has_user       boolean     not null,
    enabled        boolean,
    compliant      boolean,
    mark           integer,
    last_sign_in   timestamptz,
    last_sync      timestamptz,
    heard_at       timestamptz,
    registered     timestamptz,
    enrolled       timestamptz,
    removed_at     timestamptz,
    name_key       text        collate "C" not null,
    version        text        collate "C",
    makers         text        collate "C",
    models         text        collate "C",
    link_state     text        collate "C",
    removed_how    text        collate "C",
    removed_by     text        collate "C",
    other_names    text        collate "C",
    primary key (object_id, run_id)
) partition by list (run_id);

comment on table packed_device is 'columns as in listed_device, where nothing else is said';
comment on column packed_device.mark is 'what counts of flagged devices go by, see finding_sort; with 2^30 where the portal deleted the device';
comment on column packed_device.link_state is 'where the device and Intune do not hang together as they should';
comment on column packed_device.version is 'in lower case';

-- Few versions of many devices: the index is small, and each version is found in it by one step.
create index packed_device_by_version on packed_device (version) where version is not null;

create view device_to_pack as
select e.run_id, e.object_id, e.platform, e.ownership_kind, e.trust_type, e.intune_id is not null as in_intune,
       e.users is not null as has_user, e.enabled, e.compliant,
       f.sort | case when f.portal_change = 'DELETED' then 1 << 30 else 0 end as mark,
       e.last_sign_in, e.last_sync, e.heard_at, e.registered, e.enrolled, e.removed_at, e.name_key, lower(e.version) as version,
       e.makers, e.models, l.link_state, e.removed_how, e.removed_by, e.other_names
from listed_device e
    left join flagged_device f on f.run_id = e.run_id and f.object_id = e.object_id
    left join unhealthy_link l on l.run_id = e.run_id and l.object_id = e.object_id;

-- What the portal corrects is listed anew, and packed anew with it: by a trigger, since a portal of the version before, which may still
-- run, lists it, too. A copy that is still being made has no rows to keep.
create function packed_device_follow_list() returns trigger
language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from packed_device where run_id = old.run_id and object_id = old.object_id;
    end if;
    if tg_op <> 'DELETE' and exists (
        select from pg_inherits
        where inhparent = 'packed_device'::regclass and inhrelid = to_regclass('portal_copies.packed_device_' || new.run_id))
    then
        insert into packed_device select * from device_to_pack where run_id = new.run_id and object_id = new.object_id;
    end if;
    return null;
end
$$;

create trigger packed_device_follows after insert or update or delete on listed_device
    for each row execute function packed_device_follow_list();

-- What the portal did to a device is noted with what the result says of it.
create function packed_device_follow_finding() returns trigger
language plpgsql as $$
begin
    update packed_device
    set mark = new.sort | case when new.portal_change = 'DELETED' then 1 << 30 else 0 end
    where run_id = new.run_id and object_id = new.object_id;
    return null;
end
$$;

create trigger packed_device_follows after update on finding for each row
    when (old.sort is distinct from new.sort or old.portal_change is distinct from new.portal_change)
    execute function packed_device_follow_finding();
