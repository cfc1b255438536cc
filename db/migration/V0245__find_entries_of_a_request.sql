-- What a request did to its devices names it among its details.
create index audit_entry_by_request on audit_entry ((details ->> 'request'), at, id) where details ->> 'request' is not null;
