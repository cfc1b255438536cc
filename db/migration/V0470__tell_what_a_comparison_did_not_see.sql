-- A change that the portal verified before a copy was compared, and stored only afterwards, is seen by no comparison of times: which
-- transactions had ended when a copy was compared tells it.
alter table verified_change add column written_by xid8 not null default pg_current_xact_id();
comment on column verified_change.written_by is 'the transaction that stored it';

create index verified_change_by_transaction on verified_change (written_by);

alter table inventory add column compared_in pg_snapshot;
comment on column inventory.compared_in is 'what of the portal''s changes the copy was compared with; null where a portal of the version before compared it';
