-- What the tenant asks of somebody's next sign-in, in its own words, where it refused a token and said so. Passed on once.
create table claims_challenge (
    -- What the sign-in is for, and whose it is: a person's, or a session's of which only its browser knows.
    purpose  text        not null check (purpose <> ''),
    whose    text        not null check (whose <> ''),
    claims   text        not null check (length(claims) <= 4000),
    asked_at timestamptz not null,
    primary key (purpose, whose)
);
