-- Graph lets a person write to Entra devices 25 times in any 10 seconds, counted from when a write arrives, which is known to
-- be before its answer: a write takes a slot from before it is sent until 10 seconds after its answer.
create table write_slot (
    id        bigint      primary key generated always as identity,
    person_id text        not null check (person_id <> ''),
    slots     integer     not null check (slots > 0),
    answered  boolean     not null default false,
    free_at   timestamptz not null -- while there is no answer: when none comes any more
);

create index on write_slot (person_id);

comment on table write_pace is 'Of a person: from when on Graph has time again, after it asked to wait. Of the app: when the
bucket of its limit is full again, the one number of the generic cell rate algorithm.';
