create table device_exception (
    id              bigint      generated always as identity primary key,
    kind            text        not null check (kind in ('DEVICE', 'NAME_PATTERN', 'USER', 'GROUP')),
    -- What it goes by: an object ID, or a name pattern in lower case.
    target          text        not null check (target <> ''),
    -- What people know it by, as it was when the exception was made.
    name            text        not null,
    reason          text        not null check (reason <> ''),
    legal_hold      boolean     not null,
    ends_on         date,
    created_at      timestamptz not null,
    created_by_id   text        not null check (created_by_id <> ''),
    created_by_name text        not null check (created_by_name <> ''),
    lifted_at       timestamptz,
    lifted_by_name  text        check (lifted_by_name <> ''),
    lift_reason     text        check (lift_reason <> ''),
    -- It had ended when a new one was made for the same target.
    replaced        boolean     not null default false,
    constraint who_lifted_it_said_why check (
        (lifted_at is null) = (lifted_by_name is null) and (lifted_at is null) = (lift_reason is null))
);

-- Nobody can say which of two exceptions for one target holds.
create unique index device_exception_one_for_each_target on device_exception (kind, target)
    where lifted_at is null and not replaced;
