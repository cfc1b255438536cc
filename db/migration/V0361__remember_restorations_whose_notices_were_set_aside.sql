-- The times at which the database was found to be restored, and what waited in it was set aside: once for each.
create table delivery_restoration (
    found_at timestamptz primary key
);
