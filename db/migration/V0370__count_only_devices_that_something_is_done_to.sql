-- How many devices requests disable or delete that were approved since then: those that the portal left alone, or that were let go,
-- are not among them, since nothing was done to them.
create function devices_taken_away(since timestamptz, besides bigint default null, unapproved_only boolean default false)
    returns bigint
language sql stable
return (
    select coalesce(sum(r.devices - (
        select count(*) from requested_device d where d.request_id = r.id and d.state in ('SKIPPED', 'DROPPED'))), 0)
    from change_request r
    where r.action in ('DISABLE', 'DELETE') and r.status in ('RUNNING', 'BLOCKED', 'DONE') and r.decided_at > since
      and r.id is distinct from besides and not (unapproved_only and r.needs_approval));

create or replace function change_request_within_caps() returns trigger
language plpgsql as $$
declare
    acted_on bigint;
begin
    if tg_op = 'INSERT' and new.devices > remediation_cap('request') then
        raise exception 'A request may hold % devices at the most', remediation_cap('request')
            using errcode = 'check_violation', constraint = 'cap_per_request';
    end if;
    if tg_op = 'UPDATE' and new.devices <> old.devices then
        raise exception 'What was asked for does not change' using errcode = 'check_violation', constraint = 'request_is_fixed';
    end if;
    if new.status = 'RUNNING' and (tg_op = 'INSERT' or old.status = 'WAITING') and new.action in ('DISABLE', 'DELETE') then
        perform pg_advisory_xact_lock(hashtext('change_request_cap'));
        acted_on := devices_taken_away(new.decided_at - interval '24 hours', new.id);
        if acted_on + new.devices > remediation_cap('day') then
            raise exception 'In 24 hours % devices may be acted on, % are', remediation_cap('day'), acted_on
                using errcode = 'check_violation', constraint = 'cap_per_day';
        end if;
    end if;
    return new;
end $$;

create or replace function change_request_approved_by_another() returns trigger
language plpgsql as $$
declare
    acted_on bigint := 0;
begin
    if new.status = 'RUNNING' and not new.needs_approval and (tg_op = 'INSERT' or old.status = 'WAITING') then
        perform pg_advisory_xact_lock(hashtext('change_request_cap'));
        if new.action in ('DISABLE', 'DELETE') then
            acted_on := devices_taken_away(new.decided_at - interval '24 hours', new.id, true);
        end if;
        if acted_on + new.devices >= approval_threshold() then
            raise exception 'From % devices on someone else approves; without that % are asked for, and in 24 hours % were',
                approval_threshold(), new.devices, acted_on
                using errcode = 'check_violation', constraint = 'approval_threshold';
        end if;
    end if;
    return new;
end $$;

-- What is out of the count can't come back behind it.
create or replace function requested_device_is_fixed() returns trigger
language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'What was asked for is kept' using errcode = 'check_violation', constraint = 'request_is_fixed';
    end if;
    if (new.request_id, new.object_id, new.device_id, new.intune_id, new.name, new.serial_number, new.user_name, new.platform,
        new.ownership, new.kind, new.situation, new.enabled, new.join_type, new.profile_type, new.operating_system,
        new.last_sign_in, new.last_sync, new.evidence)
       is distinct from
       (old.request_id, old.object_id, old.device_id, old.intune_id, old.name, old.serial_number, old.user_name, old.platform,
        old.ownership, old.kind, old.situation, old.enabled, old.join_type, old.profile_type, old.operating_system,
        old.last_sign_in, old.last_sync, old.evidence) then
        raise exception 'What was asked for does not change' using errcode = 'check_violation', constraint = 'request_is_fixed';
    end if;
    if old.state in ('SKIPPED', 'DROPPED') and new.state <> old.state then
        raise exception 'What was left alone stays so' using errcode = 'check_violation', constraint = 'request_goes_one_way';
    end if;
    return new;
end $$;
