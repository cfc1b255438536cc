-- Actions on devices that one person asked for and another one decides about.
create table change_request (
    id                bigint      generated always as identity primary key,
    action            text        not null check (action in ('DISABLE', 'ENABLE', 'DELETE', 'RESTORE')),
    status            text        not null check (status in
        ('WAITING', 'RUNNING', 'BLOCKED', 'DONE', 'REJECTED', 'EXPIRED', 'WITHDRAWN')),
    reason            text        not null check (reason <> ''),
    source            text        not null check (source <> ''),
    suggestion_id     bigint,
    -- The result that its devices were flagged by; null where actions are taken back.
    run_id            bigint,
    devices           integer     not null check (devices > 0),
    requested_at      timestamptz not null,
    requested_by_id   text        not null check (requested_by_id <> ''),
    requested_by_name text        not null check (requested_by_name <> ''),
    expires_at        timestamptz not null,
    needs_approval    boolean     not null,
    decided_at        timestamptz,
    decided_by_id     text,
    decided_by_name   text,
    decision_note     text        not null default '',
    -- From when on the next batch may be sent: room for it in Graph's limits is reserved. Null where none is.
    slot_at           timestamptz,
    finished_at       timestamptz,
    problem           text,
    version           bigint      not null default 0,
    constraint nobody_decides_about_his_own_request
        check (not needs_approval or decided_by_id is null or decided_by_id <> requested_by_id),
    constraint a_decision_has_an_author
        check ((decided_at is null) = (decided_by_id is null) and (decided_at is null) = (decided_by_name is null)),
    constraint only_approved_requests_are_carried_out
        check (status not in ('RUNNING', 'BLOCKED', 'DONE') or decided_at is not null),
    constraint what_ended_has_a_time
        check ((status in ('WAITING', 'RUNNING', 'BLOCKED')) = (finished_at is null)),
    constraint what_is_blocked_says_why check (status <> 'BLOCKED' or problem is not null)
);

create index change_request_by_time on change_request (requested_at desc, id desc);
create index change_request_open on change_request (status) where finished_at is null;
create index change_request_by_decision on change_request (decided_at) where decided_at is not null;

-- The caps hold whatever the portal's code does. Approvals are counted one at a time, so that two at once cannot pass
-- together. Taking back (enable, restore) does not count against the day: undoing harm must stay possible.
create function change_request_within_caps() returns trigger
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
        select coalesce(sum(devices), 0) into acted_on from change_request
        where action in ('DISABLE', 'DELETE') and status in ('RUNNING', 'BLOCKED', 'DONE')
          and decided_at > new.decided_at - interval '24 hours' and id <> new.id;
        if acted_on + new.devices > remediation_cap('day') then
            raise exception 'In 24 hours % devices may be acted on, % are', remediation_cap('day'), acted_on
                using errcode = 'check_violation', constraint = 'cap_per_day';
        end if;
    end if;
    return new;
end $$;

create trigger change_request_within_caps before insert or update on change_request
    for each row execute function change_request_within_caps();
