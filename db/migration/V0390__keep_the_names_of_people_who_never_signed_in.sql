-- People whom Entra was asked about since they are told something and never signed in: so that pages name them.
create table looked_up_person (
    id           text        primary key check (id <> ''),
    name         text        not null check (name <> ''),
    looked_up_at        timestamptz not null
);

-- Of those who signed in, what their tokens said counts; then what the assignments of roles say.
create or replace view person_name as
select id, name from person where name is not null
union all
select a.person_id, min(a.name) from role_assignment a
where a.name is not null and not exists (select from person p where p.id = a.person_id and p.name is not null)
group by a.person_id
union all
select l.id, l.name from looked_up_person l
where not exists (select from person p where p.id = l.id and p.name is not null)
  and not exists (select from role_assignment a where a.person_id = l.id and a.name is not null);
