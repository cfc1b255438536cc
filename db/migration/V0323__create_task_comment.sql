create table task_comment (
    id      bigint      generated always as identity primary key,
    task_id bigint      not null references task,
    at      timestamptz not null,
    by_id   text        not null check (by_id <> ''),
    by_name text        not null check (by_name <> ''),
    text    text        not null check (text <> '' and length(text) <= 4000)
);

create index task_comment_of_task on task_comment (task_id, id);

-- Who is spoken of in a comment, and told.
create table task_mention (
    comment_id  bigint not null references task_comment,
    person_id   text   not null check (person_id <> ''),
    person_name text   not null check (person_name <> ''),
    primary key (comment_id, person_id)
);
