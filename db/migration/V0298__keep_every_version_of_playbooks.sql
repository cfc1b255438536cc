-- What owners made of each playbook, version after version: a row never changes. Without steps it is what the portal comes with.
create table playbook_history (
    id            bigint      generated always as identity primary key,
    playbook      text        not null check (playbook <> ''),
    number        bigint      not null check (number > 0),
    saved_at      timestamptz not null,
    saved_by_id   text        not null check (saved_by_id <> ''),
    saved_by_name text        not null check (saved_by_name <> ''),
    steps         jsonb,
    constraint one_version_of_a_number unique (playbook, number)
);

-- Of what was changed before only what holds now is known.
insert into playbook_history (playbook, number, saved_at, saved_by_id, saved_by_name, steps)
select c.playbook, 1, c.changed_at, c.changed_by_id, c.changed_by_name,
       (select jsonb_agg(jsonb_build_object('key', s.step, 'title', s.title, 'why', s.why, 'how', s.how,
                                            'link', coalesce(s.link, ''), 'required', s.required) order by s.position)
        from changed_step s where s.playbook = c.playbook)
from changed_playbook c;
