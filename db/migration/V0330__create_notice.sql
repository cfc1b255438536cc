-- What people are told of, written in the transaction of what it is about. Pages show it from here, and jobs deliver it.
create table notice (
    id         bigint      generated always as identity primary key,
    -- Told again, as when a job is carried out again, it is the same one.
    key        text        not null unique check (key <> '' and length(key) <= 400),
    kind       text        not null check (kind <> ''),
    -- Short, such as request:42: what it opens.
    subject    text        not null check (length(subject) <= 400),
    sentence   text        not null check (sentence <> '' and length(sentence) <= 2000),
    told_at    timestamptz not null,
    actor_id   text        not null check (actor_id <> ''),
    actor_name text        not null check (actor_name <> ''),
    -- When it was put into the queues of those that it is delivered to; null until then.
    queued_at  timestamptz
);

create index notice_unqueued on notice (id) where queued_at is null;

create index notice_by_time on notice (told_at);

-- Who is told of it. Nobody stands here for what they did themselves.
create table told_notice (
    notice_id bigint      not null references notice on delete cascade,
    -- The object ID of the person, who need not have signed in yet.
    person_id text        not null check (person_id <> ''),
    reason    text        not null check (reason <> '' and length(reason) <= 500),
    -- Without which the person is told nothing more of it.
    role      text        not null check (role <> ''),
    -- Whether it is shown in the portal; else it is only sent.
    on_page   boolean     not null,
    read_at   timestamptz,
    primary key (person_id, notice_id)
);

create index told_notice_unread on told_notice (person_id, notice_id) where read_at is null and on_page;

-- For portals that look whether somebody read something with another one.
create index told_notice_by_reading on told_notice (read_at);

create index told_notice_by_notice on told_notice (notice_id);
