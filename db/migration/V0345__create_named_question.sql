-- Questions to the agent that somebody gave a name, to ask them again.
create table named_question (
    id              bigint      generated always as identity primary key,
    name            text        not null check (name <> '' and length(name) <= 80),
    -- Whether everybody sees it, or the one who made it.
    shared          boolean     not null,
    made_by_id      text        not null check (made_by_id <> ''),
    made_by_name    text        not null check (made_by_name <> ''),
    made_at         timestamptz not null,
    changed_by_id   text        not null check (changed_by_id <> ''),
    changed_by_name text        not null check (changed_by_name <> ''),
    changed_at      timestamptz not null,
    -- In the one wording that is read back to the same question.
    question        text        not null check (question <> '' and length(question) <= 4000),
    -- Rises with every change; a change made from an older version is refused.
    version         bigint      not null default 1
);

create unique index named_question_shared_name on named_question (lower(name)) where shared;
create unique index named_question_own_name on named_question (made_by_id, lower(name)) where not shared;
