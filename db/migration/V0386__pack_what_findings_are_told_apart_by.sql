-- Questions count flagged devices apart by eleven columns. Packed into one number they fit, with the device, into an index that alone
-- answers for all findings of a run. A trigger packs them, since a portal of the version before, which may still run, does not.
create function finding_sort(
    situation text, platform text, ownership text, kind_group text, removal text, link_state text, enabled boolean,
    compliant boolean, join_type text, last_sign_in timestamptz, removed_at timestamptz) returns integer
language sql immutable parallel safe
return array_position(array['READY_TO_DELETE', 'AUTOPILOT_LEFTOVER', 'REMOVED_FROM_INTUNE', 'BROKEN_LINK', 'SILENT_EVERYWHERE',
                            'SILENT_AND_UNMANAGED'], situation)
    + (array_position(array['WINDOWS', 'IOS', 'MACOS', 'ANDROID', 'LINUX', 'OTHER'], platform) << 4)
    + (array_position(array['CORPORATE', 'PERSONAL', 'UNKNOWN'], ownership) << 8)
    + (array_position(array['ORDINARY', 'HYBRID', 'AUTOPILOT', 'CO_MANAGED'], kind_group) << 10)
    + (array_position(array['HEALTHY', 'REMOVED', 'BROKEN', 'UNCLAIMED', 'LEAVING'], link_state) << 14)
    + (coalesce(array_position(array['RETIRE', 'WIPE', 'DELETE', 'HIDDEN', 'GONE'], removal), 0) << 17)
    + (case enabled when true then 2 when false then 1 else 0 end << 20)
    + (case compliant when true then 2 when false then 1 else 0 end << 22)
    + (coalesce(array_position(array['azuread', 'workplace', 'serverad'], lower(join_type)), 0) << 24)
    + (case when last_sign_in is null then 1 else 0 end << 26)
    + (case when last_sign_in > removed_at then 1 else 0 end << 27);

alter table finding add column sort integer;

comment on column finding.sort is 'what counts tell it apart by, packed by finding_sort; missing of results that were replaced before it was';

create function finding_pack() returns trigger
language plpgsql as $$
begin
    new.sort := finding_sort(new.situation, new.platform, new.ownership, new.kind_group, new.removal, new.link_state, new.enabled,
                             new.compliant, new.join_type, new.last_sign_in, new.removed_at);
    return new;
end
$$;

create trigger finding_packed before insert or update on finding for each row execute function finding_pack();

-- Nothing that is flagged may be missing among those that are counted.
alter table finding add constraint a_finding_is_packed check (sort is not null) not valid;

create or replace view flagged_device as
select run_id, object_id, device_id, intune_id, name, platform, ownership, join_type, kind_group, situation, link_state,
       enabled, compliant, last_sign_in, removal, removed_at, portal_change, portal_changed_at, sort
from finding;
