-- inventory: what each device of a run's copy is called, and whose it is.
create view inventory_listing as
select run_id, object_id, name, name_key, other_names, user_name, user_key, users
from listed_device;

-- evaluation: how the devices hang together with Intune that are not healthy, as a newest run judged them.
create view unhealthy_link as
select run_id, object_id, link_state
from device_link;
