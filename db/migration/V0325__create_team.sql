-- Who work together: as an owner put them together, or as they are in a group of Entra ID. A team that an owner took away stays,
-- since tasks name it; nothing more is assigned to it.
create table team (
    id          bigint      generated always as identity primary key,
    name        text        not null check (name <> '' and length(name) <= 80),
    -- The group's object ID; null where an owner defined it.
    entra_group uuid        unique,
    saved_at    timestamptz not null,
    -- When the group was read last, and why it could not be the last time.
    read_at     timestamptz,
    problem     text        check (problem <> ''),
    removed_at  timestamptz,
    version     bigint      not null default 0,
    constraint only_groups_are_read check (entra_group is not null or read_at is null and problem is null)
);

create unique index team_has_a_name_of_its_own on team (lower(name)) where removed_at is null and entra_group is null;

create table team_member (
    team_id     bigint not null references team,
    person_id   text   not null check (person_id <> ''),
    person_name text   not null check (person_name <> ''),
    primary key (team_id, person_id)
);

create index team_member_by_person on team_member (person_id, team_id);
