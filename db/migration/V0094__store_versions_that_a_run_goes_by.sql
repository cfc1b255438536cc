-- Which rules and custom instructions a run goes by: the newest when it was requested; 0 for what holds before the first
-- version. Without a default, so that a portal that does not know of them starts no run, rather than one by the wrong rules.
alter table evaluation_run
    add column rules_version       bigint,
    add column instruction_version bigint;

-- Runs of before found them by their time.
update evaluation_run run
set rules_version = (select coalesce(max(version), 0) from evaluation_rules where saved_at <= run.requested_at),
    instruction_version = (select coalesce(max(version), 0) from instruction_version where saved_at <= run.requested_at);

alter table evaluation_run
    alter column rules_version set not null,
    alter column instruction_version set not null;
