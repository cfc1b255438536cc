-- remediation: how each change request stands.
create view request_standing as
select id as request_id, status, finished_at is null as open
from change_request;

-- remediation: the devices of each change request, as they were asked for.
create view device_of_request as
select request_id, object_id, device_id, name
from requested_device;
