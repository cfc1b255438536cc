-- What became of tests that owners sent: they are in no queue, and are shown among what was sent.
create table delivery_test (
    id       uuid        primary key,
    kind     text        not null check (kind <> ''),
    -- As of delivery_destination, which need not be there: nothing may ever have been sent to it.
    target   text        not null check (target <> ''),
    sentence text        not null check (sentence <> ''),
    begun_at timestamptz not null,
    ended_at timestamptz not null,
    sent     boolean     not null,
    -- Who took it; or why it was not taken.
    outcome  text        not null check (outcome <> ''),
    constraint a_test_begins_before_it_ends check (begun_at <= ended_at)
);

create index delivery_test_latest on delivery_test (kind, begun_at desc);
