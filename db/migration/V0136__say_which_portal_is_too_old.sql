-- Migrations only add, so that portals of before go on working on the same tables. One that takes something away replaces this
-- function, too: by the number of the newest migration that a portal has to know to get on without it.
create function oldest_migration_to_know() returns integer
language sql immutable
return 136;
