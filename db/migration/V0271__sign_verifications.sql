-- Whoever may add to the log's tables could say that everything was verified and good: what a portal found it signs with the key outside.
alter table audit_verification add column signed text;

comment on column audit_verification.signed is 'that a portal found this, signed with the key outside the database; null in results of before';
