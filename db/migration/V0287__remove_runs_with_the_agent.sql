-- Runs of an agent that was removed: nobody lists them, nothing is compared with them, and their pages say what became of them.
alter table evaluation_run
    add column removed_at timestamptz,
    add constraint only_runs_that_ended_are_removed check (removed_at is null or status <> 'RUNNING');
