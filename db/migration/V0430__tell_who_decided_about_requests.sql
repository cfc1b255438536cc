-- remediation: how each change request stands, and who decided about it.
create or replace view request_standing as
select id as request_id, status, finished_at is null as open, decided_by_id, decided_by_name, decision_note
from change_request;
