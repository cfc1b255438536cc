create table factor (
    suggestion_id bigint  not null references suggestion on delete cascade,
    position      integer not null,
    sentence      text    not null check (sentence <> ''),
    devices       integer not null,
    primary key (suggestion_id, position),
    constraint every_factor_holds_for_a_device check (devices > 0)
);
