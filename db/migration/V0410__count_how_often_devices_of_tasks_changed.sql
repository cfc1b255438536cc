-- Rises with every look that finds a device of the task to be something else: whoever goes by what its devices are has seen one of them.
alter table task add column devices_version bigint not null default 0;

-- Which of them the device's state came with.
alter table task_device add column moved_in bigint not null default 0;

-- The one before the step; null of steps from before it was counted.
alter table task_before_step add column devices_version bigint;
