-- An exception for a user or a group that was read for a run: a restart of the run judges by what was read then.
create table exception_reading (
    run_id       bigint not null,
    exception_id bigint not null references device_exception,
    primary key (run_id, exception_id)
);
