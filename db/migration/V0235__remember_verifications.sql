-- What each verification of the audit log found. As the log itself, it is only added to.
create table audit_verification (
    id                bigint      primary key generated always as identity,
    began_at          timestamptz not null,
    ended_at          timestamptz not null,
    actor_id          text        not null,
    actor_name        text        not null,
    behind            bigint      not null check (behind >= 0),
    size              bigint      not null check (size >= 0),
    proved_size       bigint      not null check (proved_size >= 0),
    proved_at         timestamptz,
    unsealed          bigint      not null check (unsealed >= 0),
    oldest_unsealed   timestamptz,
    misfits           jsonb       not null check (jsonb_typeof(misfits) = 'array'),
    remarks           text[]      not null
);

comment on column audit_verification.behind is 'which entries it took as verified before; 0 where it verified all';
comment on column audit_verification.proved_size is 'up to which entry a checkpoint outside proves the log; 0 where none does';

create trigger audit_verification_append_only before update or delete or truncate on audit_verification
    for each statement execute function audit_entry_refuse_change();
