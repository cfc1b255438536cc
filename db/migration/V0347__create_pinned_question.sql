-- Which named questions a person has on Overview.
create table pinned_question (
    -- The object ID of the person.
    person_id   text        not null check (person_id <> ''),
    question_id bigint      not null references named_question on delete cascade,
    pinned_at   timestamptz not null,
    primary key (person_id, question_id)
);

create index pinned_question_by_question on pinned_question (question_id);
