-- What waited to be sent in a database that was restored from a backup may have been sent since: it is taken out of the queue, and is
-- sent or left out once an owner says so.
alter table parcel
    add column aside_since timestamptz,
    add constraint what_is_set_aside_waits_for_nothing_else check (aside_since is null or settled_at is not null);

create index parcel_aside on parcel (made_at, destination_id, position) where aside_since is not null;
