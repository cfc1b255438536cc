-- Who said that a step of a suggestion is done. Belongs to the suggestion of one run and stays with it.
create table step_tick (
    suggestion_id  bigint      not null,
    step           text        not null check (step <> ''),
    ticked_at      timestamptz not null,
    ticked_by_id   text        not null check (ticked_by_id <> ''),
    ticked_by_name text        not null check (ticked_by_name <> ''),
    primary key (suggestion_id, step)
);
