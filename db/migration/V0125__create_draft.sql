-- What a person has typed into a field and not sent yet. Nobody else is ever shown it.
create table draft (
    -- The object ID of the person.
    person_id  text        not null check (person_id <> ''),
    -- Where it was typed: a page or a dialog, with the ID of what it is about.
    place      text        not null check (place <> '' and length(place) <= 300),
    -- Which field there.
    field      text        not null check (field <> '' and length(field) <= 300),
    -- A fingerprint of the text that it would take the place of, so that what somebody else saved meanwhile is noticed.
    based_on   text        not null check (length(based_on) = 64),
    -- The longest field, that of the custom instructions, takes as much.
    text       text        not null check (length(text) <= 1000000),
    changed_at timestamptz not null,
    primary key (person_id, place, field, based_on)
);

create index draft_by_change on draft (changed_at);
