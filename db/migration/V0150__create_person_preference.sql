-- How a person likes the pages to be: which columns a table shows, say.
create table person_preference (
    -- The object ID of the person.
    person_id  text        not null check (person_id <> ''),
    -- What was chosen, such as columns:devices.
    name       text        not null check (name <> '' and length(name) <= 200),
    value      text        not null check (length(value) <= 10000),
    changed_at timestamptz not null,
    primary key (person_id, name)
);
