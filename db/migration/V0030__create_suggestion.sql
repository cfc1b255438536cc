create table suggestion (
    id         bigint      generated always as identity primary key,
    run_id     bigint      not null,
    situation  text        not null,
    platform   text        not null,
    ownership  text        not null,
    kind_group text        not null check (kind_group in ('ORDINARY', 'HYBRID', 'AUTOPILOT')),
    title      text        not null check (title <> ''),
    summary    text        not null check (summary <> ''),
    detail     text        not null,
    devices    integer     not null,
    status     text        not null check (status in ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED')),
    assignee   text,
    updated_at timestamptz not null,
    version    bigint      not null default 0,
    constraint every_suggestion_has_devices check (devices > 0),
    constraint one_suggestion_for_each_group unique (run_id, situation, platform, ownership, kind_group)
);
