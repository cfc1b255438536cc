-- The last thing that this portal did to each device and read back from Entra. It is written into the copy of the tenant at once,
-- and into a copy that was being read meanwhile before that one counts.
create table verified_change (
    object_id   uuid        primary key,
    kind        text        not null check (kind in ('DISABLED', 'TAKEN_OVER', 'ENABLED', 'DELETED', 'RESTORED')),
    done_at     timestamptz not null,
    verified_at timestamptz not null,
    request_id  bigint      not null
);

create index verified_change_by_time on verified_change (verified_at);

-- Up to when a copy was compared with what the portal had done; null where it was not.
alter table inventory add column compared_at timestamptz;

-- What the portal did to a device since the run that says this of it, and when Entra accepted that.
alter table finding
    add column portal_change      text check (portal_change in ('DISABLED', 'TAKEN_OVER', 'ENABLED', 'DELETED', 'RESTORED')),
    add column portal_changed_at  timestamptz,
    add column portal_verified_at timestamptz,
    add column portal_request_id  bigint,
    add constraint a_change_of_a_finding_is_whole check (
        num_nulls(portal_change, portal_changed_at, portal_verified_at, portal_request_id) in (0, 4));

create index finding_changed on finding (run_id, situation, platform, ownership, kind_group) where portal_change is not null;

alter table left_out
    add column portal_change      text check (portal_change in ('DISABLED', 'TAKEN_OVER', 'ENABLED', 'DELETED', 'RESTORED')),
    add column portal_changed_at  timestamptz,
    add column portal_verified_at timestamptz,
    add column portal_request_id  bigint,
    add constraint a_change_of_what_is_left_out_is_whole check (
        num_nulls(portal_change, portal_changed_at, portal_verified_at, portal_request_id) in (0, 4));

create or replace view flagged_device as
select run_id, object_id, device_id, intune_id, name, platform, ownership, join_type, kind_group, situation, link_state,
       enabled, compliant, last_sign_in, removal, removed_at, portal_change, portal_changed_at
from finding;

-- suggestion: how far each has come, what the portal did to its devices since included.
create view suggestion_now as
select s.id, s.run_id, s.situation, s.platform, s.ownership, s.kind_group, s.title, s.summary, s.detail, s.devices,
       case when s.status = 'NOT_STARTED' and c.disabled + c.taken_over + c.deleted > 0 then 'IN_PROGRESS' else s.status end as status,
       s.assignee, s.note, s.managed_by, greatest(s.updated_at, c.changed_at) as updated_at, s.version,
       s.checked_by_run, s.still_there,
       c.disabled, c.taken_over, c.deleted, c.first_disabled_at, c.last_disabled_at, c.changed_at
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
