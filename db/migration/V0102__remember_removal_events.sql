-- Every removal event that Intune's audit list has held: it counts for as long as the look-back lasts, whatever a later list
-- says. Goes with its age.
create table known_removal_event (
    event_id        text        not null check (event_id <> ''),
    part            integer     not null,
    kind            text        not null check (kind in ('RETIRE', 'WIPE', 'DELETE', 'HIDDEN')),
    source          text        not null check (source = 'AUDIT'),
    at              timestamptz not null,
    actor           text,
    success         boolean     not null,
    result          text,
    entra_device_id uuid        check (entra_device_id <> '00000000-0000-0000-0000-000000000000'),
    intune_id       uuid        check (intune_id <> '00000000-0000-0000-0000-000000000000'),
    device_name     text,
    primary key (event_id, part)
);

insert into known_removal_event (event_id, part, kind, source, at, actor, success, result, entra_device_id, intune_id, device_name)
select e.event_id, e.part, e.kind, e.source, e.at, e.actor, e.success, e.result, e.entra_device_id, e.intune_id, e.device_name
from removal_event e
    join inventory i on i.run_id = e.run_id and i.published_at is not null
where e.source = 'AUDIT';

-- How many rows Graph sent, of which not all are kept: an audit list holds more than removals.
alter table inventory_source add column read_count bigint check (read_count >= 0);

-- How many events Intune's audit list had, and what people should know of a result that stands: why it may be wrong, and what
-- to do.
alter table evaluation_run
    add column audit_events bigint check (audit_events >= 0),
    add column caution      text check (caution <> '');
