-- The page of a device shows everything on record about it, also what no look-back reaches any more.
create index known_removal_event_by_device on known_removal_event (entra_device_id, at) where entra_device_id is not null;
