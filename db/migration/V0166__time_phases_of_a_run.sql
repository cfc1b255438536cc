-- When a run came to its phases behind judging: how long each took says how long the next run has left. Null in earlier runs.
alter table evaluation_run
    add column judged_at    timestamptz,
    add column confirmed_at timestamptz;
