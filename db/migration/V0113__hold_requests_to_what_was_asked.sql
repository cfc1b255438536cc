-- From how many devices on a second person has to approve: see remediation_rules.
create function approval_threshold() returns integer
language sql stable
return coalesce((select approval_from from remediation_rules order by version desc limit 1), 1);

-- What nobody else approved is counted one at a time, so that two requests at once cannot stay under the threshold each and
-- pass it together. Taking back (enable, restore) counts by itself only: undoing harm must stay possible.
create function change_request_approved_by_another() returns trigger
language plpgsql as $$
declare
    acted_on bigint := 0;
begin
    if new.status = 'RUNNING' and not new.needs_approval and (tg_op = 'INSERT' or old.status = 'WAITING') then
        perform pg_advisory_xact_lock(hashtext('change_request_cap'));
        if new.action in ('DISABLE', 'DELETE') then
            select coalesce(sum(devices), 0) into acted_on from change_request
            where action in ('DISABLE', 'DELETE') and status in ('RUNNING', 'BLOCKED', 'DONE') and not needs_approval
              and decided_at > new.decided_at - interval '24 hours' and id <> new.id;
        end if;
        if acted_on + new.devices >= approval_threshold() then
            raise exception 'From % devices on someone else approves; without that % are asked for, and in 24 hours % were',
                approval_threshold(), new.devices, acted_on
                using errcode = 'check_violation', constraint = 'approval_threshold';
        end if;
    end if;
    return new;
end $$;

create trigger change_request_approved_by_another before insert or update on change_request
    for each row execute function change_request_approved_by_another();

-- What was asked for, by whom and when, and what was decided, stays as it was stored; only how far it has come changes, and
-- what ended is not begun again. What was counted can't be taken out of the count either.
create function change_request_is_fixed() returns trigger
language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'What was asked for is kept' using errcode = 'check_violation', constraint = 'request_is_fixed';
    end if;
    if (new.id, new.action, new.reason, new.source, new.suggestion_id, new.run_id, new.devices, new.requested_at,
        new.requested_by_id, new.requested_by_name, new.expires_at, new.needs_approval)
       is distinct from
       (old.id, old.action, old.reason, old.source, old.suggestion_id, old.run_id, old.devices, old.requested_at,
        old.requested_by_id, old.requested_by_name, old.expires_at, old.needs_approval) then
        raise exception 'What was asked for does not change' using errcode = 'check_violation', constraint = 'request_is_fixed';
    end if;
    if old.decided_at is not null
       and (new.decided_at, new.decided_by_id, new.decided_by_name, new.decision_note)
           is distinct from (old.decided_at, old.decided_by_id, old.decided_by_name, old.decision_note) then
        raise exception 'What was decided does not change' using errcode = 'check_violation', constraint = 'decision_is_fixed';
    end if;
    if new.status <> old.status and (old.status, new.status) not in (
           ('WAITING', 'RUNNING'), ('WAITING', 'REJECTED'), ('WAITING', 'WITHDRAWN'), ('WAITING', 'EXPIRED'),
           ('RUNNING', 'BLOCKED'), ('BLOCKED', 'RUNNING'), ('RUNNING', 'DONE')) then
        raise exception 'A request does not go from % to %', old.status, new.status
            using errcode = 'check_violation', constraint = 'request_goes_one_way';
    end if;
    return new;
end $$;

create trigger change_request_is_fixed before update or delete on change_request
    for each row execute function change_request_is_fixed();

-- Each device stays the one that was shown and approved.
create function requested_device_is_fixed() returns trigger
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
    return new;
end $$;

create trigger requested_device_is_fixed before update or delete on requested_device
    for each row execute function requested_device_is_fixed();
