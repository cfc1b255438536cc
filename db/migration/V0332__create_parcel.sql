-- Where notices are sent to: a person's mail, a webhook. Each has a queue and a cursor of its own; one that is away slows no other.
create table delivery_destination (
    id            bigint  generated always as identity primary key,
    kind          text    not null check (kind <> ''),
    -- The object ID of the person, or the number of the webhook.
    target        text    not null check (target <> ''),
    -- The last place in its queue that was given away.
    last_position bigint  not null default 0,
    -- Up to where everything was sent, or will not be.
    cursor        bigint  not null default 0,
    -- How often in a row it failed, since when, why, and when it is tried again.
    failures      integer not null default 0 check (failures >= 0),
    failing_since timestamptz,
    problem       text    check (problem <> ''),
    next_try_at   timestamptz,
    -- Since when it is switched off after days of failure. What waits stays; nothing more is put into its queue.
    off_at        timestamptz,
    unique (kind, target),
    constraint a_cursor_stays_within_its_queue check (cursor between 0 and last_position),
    constraint what_fails_has_a_problem check ((failing_since is null) = (problem is null))
);

create index delivery_destination_waiting on delivery_destination (id) where cursor < last_position and off_at is null;

-- What is sent to a destination at once: a notice, or all of a digest. However often it is sent, it has the same ID.
create table parcel (
    destination_id bigint      not null references delivery_destination on delete cascade,
    position       bigint      not null check (position > 0),
    id             uuid        not null unique,
    -- Whether more may be put into it, until it is sent for the first time.
    gathers        boolean     not null,
    made_at        timestamptz not null,
    due_at         timestamptz not null,
    attempts       integer     not null default 0 check (attempts >= 0),
    tried_at       timestamptz,
    settled_at     timestamptz,
    -- Whether it was sent, and what is known of it; or why not. Null until it is settled.
    sent           boolean,
    outcome        text        check (outcome <> ''),
    primary key (destination_id, position),
    constraint what_is_settled_has_an_outcome check (
        (settled_at is null) = (sent is null) and (settled_at is null) = (outcome is null))
);

create index parcel_by_trial on parcel (tried_at desc nulls last);

create table parcel_notice (
    parcel_id uuid   not null references parcel (id) on delete cascade,
    notice_id bigint not null references notice on delete cascade,
    primary key (parcel_id, notice_id)
);

create index parcel_notice_by_notice on parcel_notice (notice_id);

-- A way that is away as a whole, such as the mail server: nothing is sent by it until its next try, and no destination is to blame.
create table delivery_outage (
    kind        text        primary key check (kind <> ''),
    since       timestamptz not null,
    failures    integer     not null check (failures > 0),
    problem     text        not null check (problem <> ''),
    next_try_at timestamptz not null
);
