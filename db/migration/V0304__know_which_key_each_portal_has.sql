-- The portals on this database and their keys, by ID: which one each would start with now, and which one it encrypts with. One that
-- was not seen for minutes is gone.
create table key_holder (
    portal      text        primary key check (portal <> ''),
    machine     text        not null,
    -- What the key comes from, such as the name of a setting or of a file; never the key.
    given_by    text        not null,
    -- Whether the portal puts a new key there by itself.
    takes_new   boolean     not null,
    given_key   text        not null check (given_key ~ '^[0-9a-f]{16}$'),
    used_key    text        not null check (used_key ~ '^[0-9a-f]{16}$'),
    seen_at     timestamptz not null
);
