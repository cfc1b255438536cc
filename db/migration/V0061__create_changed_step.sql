create table changed_step (
    playbook text    not null references changed_playbook on delete cascade,
    position integer not null,
    step     text    not null,
    title    text    not null check (title <> ''),
    why      text    not null,
    how      text    not null,
    link     text    check (link ~* '^https?://'),
    required boolean not null,
    primary key (playbook, step),
    constraint one_step_at_a_position unique (playbook, position)
);
