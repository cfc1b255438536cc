-- What each person asked lately, for that person alone.
create table question_history (
    -- The object ID of the person.
    person_id text        not null check (person_id <> ''),
    -- As it was typed.
    prompt    text        not null check (prompt <> '' and length(prompt) <= 1000),
    asked_at  timestamptz not null,
    -- Asked again it is the same, and the latest.
    primary key (person_id, prompt)
);

create index question_history_by_time on question_history (person_id, asked_at desc);

create index question_history_old on question_history (asked_at);
