-- A portal that still runs goes on meanwhile, and a backup can read for long: nobody is made to wait for either. All locks are had at once,
-- or none is held until the next try.
do $$
declare
    given_up timestamptz := clock_timestamp() + interval '5 minutes';
begin
    loop
        begin
            set local lock_timeout = '300ms';
            lock table audit_restoration, audit_restoration_confirmed, audit_checkpoint, audit_checkpoint_file, audit_verification
                in access exclusive mode;
            set local lock_timeout to default;
            return;
        exception when lock_not_available or deadlock_detected then
            if clock_timestamp() > given_up then
                raise exception 'The audit log was in use for 5 minutes, as while it is backed up: start the portal again once that is over'
                    using errcode = 'lock_not_available';
            end if;
        end;
        perform pg_sleep(0.1);
    end loop;
end $$;

-- Whoever has got hold of the portal's role may add confirmations of theirs, as many as they like. By a number of its own each is judged
-- once.
alter table audit_restoration_confirmed add column id bigint primary key generated always as identity;

-- Where many checkpoints are said to be of one moment they are read in an order, too, so that each is passed once.
create index audit_checkpoint_in_order on audit_checkpoint (at, size);
drop index audit_checkpoint_by_time;

-- What the portal writes there is short. What is not would only be in everybody's way who reads it. What was stored before is left as it is.
alter table audit_checkpoint add constraint audit_checkpoint_is_short check (octet_length(note) <= 10000) not valid;
alter table audit_checkpoint_file add constraint audit_checkpoint_file_is_short
    check (octet_length(node) + octet_length(folder) + octet_length(signed) <= 20000) not valid;
alter table audit_restoration add constraint audit_restoration_is_short check (octet_length(note) <= 10000) not valid;
alter table audit_restoration_confirmed add constraint audit_restoration_confirmed_is_short
    check (octet_length(actor_id) + octet_length(actor_name) + octet_length(signed) <= 20000) not valid;
alter table audit_verification add constraint audit_verification_is_short
    check (octet_length(actor_id) + octet_length(actor_name) + octet_length(misfits::text) + octet_length(remarks::text)
        + coalesce(octet_length(signed), 0) <= 1000000) not valid;
