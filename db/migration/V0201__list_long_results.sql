-- What a run flagged in one suggestion, and what it left out, can be long. Long lists of the newest results are kept once more as
-- pages need them, each in a table of its own that is filled first and indexed then: listed_finding_17 is like listed_finding.
-- Nobody depends on them: a result without is read from finding and left_out.
create table finding_list (
    run_id     bigint  not null,
    list       integer not null,
    situation  text    not null,
    platform   text    not null,
    ownership  text    not null,
    kind_group text    not null,
    devices    integer not null check (devices > 0),
    primary key (run_id, list)
);

create table listed_finding (
    list         integer not null,
    object_id    uuid    not null,
    device_id    uuid,
    intune_id    uuid,
    name_key     text    collate "C" not null,
    serial_key   text    collate "C",
    user_key     text    collate "C",
    why_key      text    collate "C" not null,
    enabled      boolean,
    last_sign_in timestamptz,
    search_text  text    not null
);

comment on column listed_finding.search_text is 'everything that it is found by, in lower case';

create table left_out_list (
    run_id  bigint  not null,
    reason  text    not null,
    devices integer not null check (devices > 0),
    primary key (run_id, reason)
);

create table listed_left_out (
    object_id   uuid not null,
    name_key    text collate "C" not null,
    platform    text collate "C" not null,
    reason      text collate "C" not null,
    situation   text collate "C" not null,
    search_text text not null
);

comment on column listed_left_out.search_text is 'everything that it is found by, in lower case';

-- Names were in it for an order that pages no longer have, and made each finding dear to store.
create index finding_by_sort on finding (run_id, situation, platform, ownership, kind_group);
drop index finding_by_group;
create index left_out_by_rule on left_out (run_id, reason);
drop index left_out_by_reason;

-- How far suggestions have come is counted by it alone.
create index finding_with_change on finding (run_id, situation, platform, ownership, kind_group)
    include (portal_change, portal_changed_at) where portal_change is not null;
drop index finding_changed;
