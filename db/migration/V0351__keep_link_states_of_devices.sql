-- How each device and Intune hang together where that is not as it should be, as a run judged it. Of the newest runs only: questions
-- go by it.
create table device_link (
    run_id     bigint not null references evaluation_run on delete cascade,
    object_id  uuid   not null,
    link_state text   not null check (link_state in ('REMOVED', 'BROKEN', 'UNCLAIMED', 'LEAVING')),
    primary key (run_id, object_id)
);

create index device_link_by_state on device_link (run_id, link_state) include (object_id);

-- Runs of before have none.
alter table evaluation_run add column links_known boolean not null default false;
