-- Who is to be told when a named question finds another number of devices.
create table question_watch (
    -- The object ID of the person.
    person_id   text        not null check (person_id <> ''),
    question_id bigint      not null references named_question on delete cascade,
    since       timestamptz not null,
    -- The number that the person knows; null until it is counted for the first time.
    told_number bigint      check (told_number >= 0),
    primary key (person_id, question_id)
);

create index question_watch_by_question on question_watch (question_id);
