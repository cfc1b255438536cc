-- Which files of checkpoints the log's portals added to, and what each had, so that one which is taken away while its portal is stopped is
-- missed. Signed with the key outside: whoever adds a row past the portal can't let less be expected.
create table audit_checkpoint_file (
    id     bigint      primary key generated always as identity,
    at     timestamptz not null,
    node   text        not null,
    folder text        not null check (folder <> ''),
    signed text        not null check (signed <> ''),
    constraint audit_checkpoint_file_has_a_time check (at >= '0001-01-01T00:00:00Z' and at < '9999-01-01T00:00:00Z')
);

comment on column audit_checkpoint_file.node is 'the host; empty where the key is in the data folder, so that there is one portal alone';

create index audit_checkpoint_file_by_folder on audit_checkpoint_file (node, folder, id);

create trigger audit_checkpoint_file_append_only before update or delete or truncate on audit_checkpoint_file
    for each statement execute function audit_entry_refuse_change();
