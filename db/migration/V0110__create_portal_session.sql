-- Who is signed in, since when, and with what the tenant is asked for the person's roles again. The pages of a session live in
-- one portal's memory; whether it still counts stands here, so that any portal on this database can end it: after the tenant
-- said that a person signed out, which it says to whichever portal it reaches.
create table portal_session (
    id            uuid        primary key,
    person_id     text        not null check (person_id <> ''),
    person_name   text        not null check (person_name <> ''),
    -- What the tenant calls the person and the person's session with it; the latter is an optional claim.
    issuer        text        not null,
    subject       text        not null check (subject <> ''),
    sid           text        check (sid <> ''),
    roles         text[]      not null,
    roles_read_at timestamptz not null,
    -- Encrypted by the portal; the key is never in the database.
    refresh_token text,
    token_salt    text,
    token_key_id  text,
    started_at    timestamptz not null,
    used_at       timestamptz not null,
    ended_at      timestamptz,
    ended_by      text,
    constraint an_ended_session_says_by_what check ((ended_at is null) = (ended_by is null)),
    constraint an_ended_session_keeps_no_token check (ended_at is null or refresh_token is null),
    constraint a_token_has_its_salt check (
        num_nulls(refresh_token, token_salt, token_key_id) in (0, 3)),
    constraint nothing_is_used_before_it_started check (used_at >= started_at)
);

create index portal_session_by_sid on portal_session (issuer, sid) where ended_at is null;
create index portal_session_by_person on portal_session (issuer, subject) where ended_at is null;
create index portal_session_by_end on portal_session (ended_at) where ended_at is not null;
