-- Only playbooks that an owner changed; the others are as the portal brings them.
-- A version is never used twice, so that a change made before a reset is not taken for one made after it.
create sequence playbook_version;

create table changed_playbook (
    playbook        text        primary key,
    version         bigint      not null default nextval('playbook_version'),
    changed_at      timestamptz not null,
    changed_by_id   text        not null check (changed_by_id <> ''),
    changed_by_name text        not null check (changed_by_name <> '')
);
