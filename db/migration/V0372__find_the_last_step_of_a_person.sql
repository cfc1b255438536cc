-- The newest step of a person is looked up whenever they open their tasks.
create index task_step_by_person on task_step (by_id, id desc);
