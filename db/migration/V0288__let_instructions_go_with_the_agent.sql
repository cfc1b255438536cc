-- A run goes by the version of its time: no version ever changes, and none goes that counts, or that a run went by which was not
-- removed with its agent.
drop trigger instruction_version_append_only on instruction_version;

create trigger instruction_version_append_only before update on instruction_version
    for each statement execute function instruction_version_refuse_change();

create function instruction_version_keep() returns trigger
language plpgsql as $$
begin
    if old.version = (select max(version) from instruction_version)
        or exists (select from evaluation_run where instruction_version = old.version and removed_at is null) then
        raise exception 'Instructions that a run goes by are kept: version %', old.version using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;

create trigger instruction_version_keep before delete on instruction_version
    for each row execute function instruction_version_keep();
