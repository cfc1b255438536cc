-- The page of a request shows its devices by name, however many they are.
create index requested_device_by_name on requested_device (request_id, (lower(name) collate "C"), object_id);
