-- The custom instructions, whole, as an owner saved them. The newest counts for runs that are requested from then on.
create table instruction_version (
    version       bigint      primary key check (version > 0),
    text          text        not null check (length(text) <= 1000000),
    sentences     integer     not null check (sentences >= 0),
    saved_at      timestamptz not null,
    saved_by_id   text        not null check (saved_by_id <> ''),
    saved_by_name text        not null check (saved_by_name <> '')
);

create index instruction_version_by_time on instruction_version (saved_at desc, version desc);

-- A run goes by the version of its time, also when it goes on after a restart: no version ever changes.
create function instruction_version_refuse_change() returns trigger
language plpgsql as $$
begin
    raise exception 'Saved instructions never change: % is refused', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger instruction_version_append_only before update or delete on instruction_version
    for each statement execute function instruction_version_refuse_change();
