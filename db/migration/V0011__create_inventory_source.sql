-- A source that was read to its end. One that is not here is read anew after a restart.
create table inventory_source (
    run_id      bigint      not null,
    source      text        not null check (source in
        ('ENTRA_DEVICES', 'MANAGED_DEVICES', 'AUTOPILOT_IDENTITIES', 'REMOVAL_EVENTS')),
    row_count   bigint      not null check (row_count >= 0),
    finished_at timestamptz not null,
    primary key (run_id, source)
);
