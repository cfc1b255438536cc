-- How often the portal stopped during a run. A database that was away makes a run go on again, too, and may do so for ever.
alter table evaluation_run add column stops integer not null default 0;
update evaluation_run set stops = restarts;
