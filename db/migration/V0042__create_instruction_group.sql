-- An Entra group that an instruction names, read for a run: a restart of the run goes by what was read then.
create table instruction_group (
    run_id bigint not null references evaluation_run on delete cascade,
    name   text   not null check (name <> ''),
    primary key (run_id, name)
);

-- Who was in it: a device, or a person with all that Intune has of them.
create table instruction_group_member (
    run_id    bigint not null,
    name      text   not null,
    device    uuid   check (device <> '00000000-0000-0000-0000-000000000000'),
    user_name text   check (user_name <> ''),
    constraint every_member_is_a_device_or_a_person check ((device is null) <> (user_name is null)),
    foreign key (run_id, name) references instruction_group on delete cascade
);

create index instruction_group_member_by_group on instruction_group_member (run_id, name);
