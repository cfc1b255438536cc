-- Which of the portal's keys a refresh token is encrypted with, never the key. Null for one that was kept before tokens were
-- bound to their person; it is read as it was, and kept anew with its next use.
alter table agent add column key_id text check (key_id <> '');
alter table action_identity add column key_id text check (key_id <> '');
