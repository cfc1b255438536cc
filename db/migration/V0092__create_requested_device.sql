-- One device of a change request: how it was when it was asked for, which is what was approved, and what became of it.
create table requested_device (
    request_id       bigint      not null references change_request,
    object_id        uuid        not null check (object_id <> '00000000-0000-0000-0000-000000000000'),
    device_id        uuid,
    intune_id        uuid,
    name             text        not null,
    serial_number    text,
    user_name        text,
    platform         text        not null,
    ownership        text        not null,
    kind             text        not null,
    situation        text,
    enabled          boolean,
    join_type        text,
    profile_type     text,
    operating_system text,
    last_sign_in     timestamptz,
    last_sync        timestamptz,
    evidence         text        not null,
    state            text        not null default 'WAITING' check (state in
        ('WAITING', 'SENT', 'ACCEPTED', 'VERIFIED', 'NOT_VERIFIED', 'SKIPPED', 'FAILED', 'DROPPED')),
    -- When it is to be looked at next: not sent, settled or read back before.
    due_at           timestamptz not null,
    attempts         integer     not null default 0,
    sent_at          timestamptz,
    accepted_at      timestamptz,
    ended_at         timestamptz,
    detail           text        not null default '',
    primary key (request_id, object_id),
    constraint what_was_sent_has_a_time check (state not in ('SENT', 'ACCEPTED', 'VERIFIED') or sent_at is not null),
    constraint what_was_accepted_has_a_time
        check (state not in ('ACCEPTED', 'VERIFIED', 'NOT_VERIFIED') or accepted_at is not null),
    constraint what_ended_has_a_time check ((state in ('WAITING', 'SENT', 'ACCEPTED')) = (ended_at is null)),
    constraint what_did_not_happen_says_why check (state not in ('SKIPPED', 'FAILED', 'NOT_VERIFIED') or detail <> '')
);

create index requested_device_due on requested_device (request_id, state, due_at);
create index requested_device_by_object on requested_device (object_id, request_id);

-- A device is in one open request at the most.
create unique index requested_device_one_open on requested_device (object_id)
    where state in ('WAITING', 'SENT', 'ACCEPTED');

-- A request holds as many devices as it says, which is what the caps count and what was approved.
create function requested_device_as_asked() returns trigger
language plpgsql as $$
begin
    if exists (
        select from change_request r
        where r.id in (select request_id from added)
          and r.devices < (select count(*) from requested_device d where d.request_id = r.id)) then
        raise exception 'A request cannot hold more devices than were asked for'
            using errcode = 'check_violation', constraint = 'request_is_fixed';
    end if;
    return null;
end $$;

create trigger requested_device_as_asked after insert on requested_device
    referencing new table as added for each statement execute function requested_device_as_asked();
