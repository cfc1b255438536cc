-- Whose a managed device was, so that an exception for a person also holds for a device that left Intune.
alter table known_managed_device add column user_principal_name text;

create index known_managed_device_by_user on known_managed_device (lower(user_principal_name));
