-- What people say of a suggestion, and what the run after it found of those that they completed.
alter table suggestion add column note text not null default '';
alter table suggestion add column managed_by text;
alter table suggestion add column checked_by_run bigint;
alter table suggestion add column still_there integer;
alter table suggestion add constraint only_completed_suggestions_are_checked
    check ((checked_by_run is null) = (still_there is null) and (checked_by_run is null or status = 'COMPLETED'));

-- A device of a completed suggestion that the run after it found enabled in Entra. The others were verified.
create table still_there (
    suggestion_id bigint not null references suggestion on delete cascade,
    object_id     uuid   not null,
    primary key (suggestion_id, object_id)
);
