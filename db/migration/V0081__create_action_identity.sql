-- The identities that people lent the portal for the actions they approve, so that Entra's own roles limit what is done and
-- Entra's own log names the person. Kept here, and not in the person's session, because a request goes on after a restart of
-- the portal and after the approver closed the browser. Forgotten after 12 hours unless a request still needs it.
create table action_identity (
    person_id     text        primary key check (person_id <> ''),
    person_name   text        not null check (person_name <> ''),
    scopes        text[]      not null,
    -- Encrypted by the portal; the key is never in the database.
    refresh_token text        not null,
    token_salt    text        not null,
    obtained_at   timestamptz not null,
    used_at       timestamptz,
    expired       boolean     not null default false
);
