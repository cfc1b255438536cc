-- The suggestion of the run before whose status goes on with this one. Found while the suggestions are made, before they count;
-- what people had done with it by then is taken over when they do.
alter table suggestion add column follows bigint;
