create table left_out (
    run_id    bigint not null references evaluation_run on delete cascade,
    object_id uuid   not null,
    name      text   not null,
    platform  text   not null,
    reason    text   not null,
    situation text   not null,
    detail    text   not null check (detail <> ''),
    primary key (run_id, object_id)
);

create index left_out_by_reason on left_out (run_id, reason, name);
