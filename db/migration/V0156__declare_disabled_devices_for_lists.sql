-- removed: what this portal disabled, or took over from somebody else who had, and has not enabled or deleted since.
create view device_disabled_here as
select object_id, taken_over
from disabled_device;
