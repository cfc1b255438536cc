-- That an exception ended with its last day is recorded once. What ended before stays without an entry of its own.
alter table device_exception add column end_noted boolean not null default false;

update device_exception set end_noted = true where ends_on < (now() at time zone 'UTC')::date;

create index device_exception_by_end on device_exception (ends_on)
    where ends_on is not null and lifted_at is null and not end_noted;
