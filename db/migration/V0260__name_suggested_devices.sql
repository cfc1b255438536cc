-- suggestion: the devices of each suggestion with their names, as its run flagged them, so that the audit log can name them.
create or replace view suggested_device as
select suggestion.id as suggestion_id, flagged.object_id, flagged.device_id, flagged.platform, flagged.join_type, flagged.name
from suggestion
    join flagged_device flagged using (run_id, situation, platform, ownership, kind_group);
