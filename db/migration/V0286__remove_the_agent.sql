-- When a run last used the identity: what its 90 days are counted from. Until then, from when it was given.
alter table agent add column used_at timestamptz;

update agent set used_at =
    (select max(read_at) from evaluation_run where read_at >= coalesce(agent.renewed_at, agent.set_up_at));

-- Each removal of the agent. Its data goes in pieces afterwards; no other agent is set up until what that one could meet is gone.
create table agent_removal (
    id              bigint      generated always as identity primary key,
    removed_at      timestamptz not null,
    removed_by_id   text        not null check (removed_by_id <> ''),
    removed_by_name text        not null check (removed_by_name <> ''),
    identity_name   text        not null check (identity_name <> ''),
    cleared_at      timestamptz,
    deleted_at      timestamptz,
    constraint what_is_deleted_is_cleared check (deleted_at is null or cleared_at is not null)
);

create unique index agent_removal_one_at_a_time on agent_removal ((true)) where cleared_at is null;
