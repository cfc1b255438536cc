-- Whether who approved said that their role is assigned in the restricted administrative units that some of the devices are in.
alter table change_request add column role_in_units boolean not null default false;
