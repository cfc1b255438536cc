-- Of the copies of the tenant that are kept, and of what is judging one now: the trigger packs what is stored from now on.
update finding set sort = null where run_id in (select run_id from inventory);
