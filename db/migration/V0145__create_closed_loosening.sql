-- Who needs no longer be told, above every page, that something lapsed which was to be loosened.
create table closed_loosening (
    loosening_id bigint      not null references loosening on delete cascade,
    person_id    text        not null check (person_id <> ''),
    closed_at    timestamptz not null,
    primary key (loosening_id, person_id)
);
