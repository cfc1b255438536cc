-- Of one person's two windows at the same place each keeps its own text: neither writes over what the other has.
alter table draft add column opening uuid;
update draft set opening = md5(person_id || ' ' || place)::uuid;
alter table draft alter column opening set not null;
alter table draft drop constraint draft_pkey;
alter table draft add primary key (person_id, place, field, based_on, opening);

-- The later opening that shows this text and goes on with it; null while none does. Its own window may be open still.
alter table draft add column taken_by uuid;
alter table draft add column taken_at timestamptz;
alter table draft add constraint taking_up_is_whole check ((taken_by is null) = (taken_at is null));
