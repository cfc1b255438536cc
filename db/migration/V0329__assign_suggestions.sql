-- Who works on a suggestion: a person or a team, by ID, with the name of that time. Nobody was ever stored there before.
update suggestion set assignee = null where assignee is not null;

alter table suggestion
    add column assignee_kind text check (assignee_kind in ('PERSON', 'TEAM')),
    add column assignee_id   text check (assignee_id <> ''),
    -- A portal of the version before, which may still run, takes over the name alone: that names nobody.
    add constraint an_assignee_of_a_suggestion_is_whole check (
        (assignee_kind is null) = (assignee_id is null) and (assignee_kind is null or assignee is not null));

create or replace view suggestion_now as
select s.id, s.run_id, s.situation, s.platform, s.ownership, s.kind_group, s.title, s.summary, s.detail, s.devices,
       case when s.status = 'NOT_STARTED' and c.disabled + c.taken_over + c.deleted > 0 then 'IN_PROGRESS' else s.status end as status,
       s.assignee, s.note, s.managed_by, greatest(s.updated_at, c.changed_at) as updated_at, s.version,
       s.checked_by_run, s.still_there,
       c.disabled, c.taken_over, c.deleted, c.first_disabled_at, c.last_disabled_at, c.changed_at,
       s.assignee_kind, s.assignee_id
from suggestion s
    cross join lateral (
        select count(*) filter (where f.portal_change in ('DISABLED', 'RESTORED')) as disabled,
               count(*) filter (where f.portal_change = 'TAKEN_OVER') as taken_over,
               count(*) filter (where f.portal_change = 'DELETED') as deleted,
               min(f.portal_changed_at) filter (where f.portal_change in ('DISABLED', 'TAKEN_OVER', 'RESTORED'))
                   as first_disabled_at,
               max(f.portal_changed_at) filter (where f.portal_change in ('DISABLED', 'TAKEN_OVER', 'RESTORED'))
                   as last_disabled_at,
               max(f.portal_changed_at) as changed_at
        from flagged_device f
        where f.portal_change is not null and f.run_id = s.run_id
          and (f.situation, f.platform, f.ownership, f.kind_group) = (s.situation, s.platform, s.ownership, s.kind_group)) c;
