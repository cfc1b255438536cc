-- What was found out, by a call for each, about what the agent needs: the same for all nodes, and there for pages, which ask the
-- tenant for nothing. It goes with the agent.
create table agent_readiness (
    needed     text        primary key check (needed <> ''),
    agent      boolean     not null default true references agent (only_one) on delete cascade,
    state      text        not null check (state in ('GIVEN', 'MISSING', 'UNKNOWN')),
    works      text        not null check (works in ('GIVEN', 'MISSING', 'UNKNOWN')),
    said       text        not null,
    checked_at timestamptz not null,
    changed_at timestamptz not null
);
