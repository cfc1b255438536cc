-- To whom the app roles are assigned in Entra, as it was read last: as a whole or not at all.
create table role_assignment (
    person_id           text   not null check (person_id <> ''),
    name                text   check (name <> ''),
    user_principal_name text   check (user_principal_name <> ''),
    -- With those that the assigned one includes.
    roles               text[] not null,
    -- The group that it is assigned to; null where it is assigned to the person.
    via                 text   check (via <> '')
);

create index role_assignment_by_person on role_assignment (person_id);

create table role_assignment_reading (
    only_one boolean     primary key default true check (only_one),
    -- When the assignments were read; null before the first time.
    read_at  timestamptz,
    tried_at timestamptz not null,
    -- Why the latest attempt failed; null where it did not.
    problem  text        check (problem <> '')
);

-- Everybody who signed in, or has a role assigned. Of what a token said and what the assignments say, the later counts.
create view known_person as
select coalesce(p.id, a.person_id) as id,
       coalesce(p.name, a.name) as name,
       coalesce(p.user_principal_name, a.user_principal_name) as user_principal_name,
       p.mail,
       case
           when r.read_at is null or greatest(p.roles_read_at, p.refused_at) >= r.read_at
               then case when p.refused_at is null then p.roles else '{}' end
           else coalesce(a.roles, '{}')
       end as roles,
       case
           when r.read_at is null or greatest(p.roles_read_at, p.refused_at) >= r.read_at then p.roles_read_at
           else r.read_at
       end as known_at,
       p.first_sign_in_at,
       p.last_sign_in_at,
       p.roles_read_at,
       p.refused_at,
       r.read_at is not null and a.person_id is null and greatest(p.roles_read_at, p.refused_at) < r.read_at as unassigned,
       coalesce(a.groups, '{}') as groups
from person p
full join (
    select person_id,
           min(name) as name,
           min(user_principal_name) as user_principal_name,
           array_agg(distinct included) as roles,
           array_agg(distinct via) filter (where via is not null) as groups
    from role_assignment, unnest(roles) as included
    group by person_id) a on a.person_id = p.id
left join role_assignment_reading r on true;
