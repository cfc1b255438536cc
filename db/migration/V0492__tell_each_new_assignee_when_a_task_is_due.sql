-- Of which last day of a task each person was told last: that it is near, and that it is over. Whoever becomes its assignee is told as
-- the one before was.
create table task_due_told (
    task_id   bigint not null references task,
    person_id text   not null check (person_id <> ''),
    kind      text   not null check (kind in ('TASK_DUE', 'TASK_OVERDUE')),
    due_on    date   not null,
    primary key (task_id, person_id, kind)
);

insert into task_due_told (task_id, person_id, kind, due_on)
select distinct on (task.id, told.person_id, notice.kind)
    task.id, told.person_id, notice.kind, cast(split_part(notice.key, ':', 4) as date)
from notice
    join told_notice told on told.notice_id = notice.id
    join task on notice.subject = 'task:' || task.id
where notice.kind in ('TASK_DUE', 'TASK_OVERDUE') and notice.key ~ '^task:[0-9]+:(over)?due:[0-9]{4}-[0-9]{2}-[0-9]{2}$'
order by task.id, told.person_id, notice.kind, notice.id desc;

-- Whoever became an assignee since is told now.
update task set due_told = null, overdue_told = null where open and (due_told is not null or overdue_told is not null);
