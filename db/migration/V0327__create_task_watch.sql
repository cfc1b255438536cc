-- Up to where the devices of tasks were compared with the inventory: which run's copy, and until when with what the portal did itself.
create table task_watch (
    only_one  boolean     primary key default true check (only_one),
    run_id    bigint      not null,
    looked_at timestamptz not null
);
