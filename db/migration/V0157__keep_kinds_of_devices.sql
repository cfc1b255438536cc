-- What kind each device is that is no ordinary one, as a run recognised it. Of the newest runs only: lists of devices show it.
create table device_kind (
    run_id    bigint not null references evaluation_run on delete cascade,
    object_id uuid   not null,
    kind      text   not null,
    primary key (run_id, object_id)
);

create index device_kind_by_kind on device_kind (run_id, kind);

-- Runs of before have none.
alter table evaluation_run add column kinds_known boolean not null default false;
