-- How the key for what is stored encrypted is replaced by another one while portals run. Each of the two keys stands here encrypted with
-- the other, so that a portal that was given either of them reads both; once nothing needs the one before, neither stands here any more.
create table key_rotation (
    id           bigint generated always as identity primary key,
    old_key_id   text        not null check (old_key_id ~ '^[0-9a-f]{16}$'),
    new_key_id   text        not null check (new_key_id ~ '^[0-9a-f]{16}$'),
    old_key      text,
    new_key      text,
    requested_at timestamptz not null,
    -- The user of the operating system and the machine, by their own word.
    requested_by text        not null check (length(requested_by) <= 200),
    begun_at     timestamptz,
    -- Since when nothing is known to be encrypted with the key before.
    encrypted_at timestamptz,
    ended_at     timestamptz,
    constraint a_key_is_replaced_by_another check (old_key_id <> new_key_id),
    constraint keys_stand_here_until_the_end
        check (num_nulls(old_key, new_key) = case when ended_at is null then 0 else 2 end),
    constraint nothing_ends_that_was_not_encrypted check (ended_at is null or encrypted_at is not null),
    constraint nothing_is_encrypted_that_was_not_begun check (encrypted_at is null or begun_at is not null)
);

-- At most one goes on at any time, whoever asks.
create unique index key_rotation_one_under_way on key_rotation ((true)) where ended_at is null;

-- A key that was replaced is never taken again.
create unique index key_rotation_by_old_key on key_rotation (old_key_id);
