-- Microsoft's own code, where the tenant refused the sign-in of a session with one.
alter table portal_session
    add column ended_code text check (ended_code <> ''),
    add constraint only_an_ended_session_has_a_code check (ended_code is null or ended_at is not null);
