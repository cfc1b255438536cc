-- What an exception for a user or a group covers, as it was read for a run: a device, or all that Intune has of a person.
create table exception_member (
    run_id       bigint not null,
    exception_id bigint not null,
    device       uuid   check (device <> '00000000-0000-0000-0000-000000000000'),
    user_name    text   check (user_name <> ''),
    constraint every_member_is_one_thing check ((device is null) <> (user_name is null)),
    foreign key (run_id, exception_id) references exception_reading on delete cascade on update cascade
);

create index exception_member_by_exception on exception_member (run_id, exception_id);
