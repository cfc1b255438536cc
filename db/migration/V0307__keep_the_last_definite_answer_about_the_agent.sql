-- The last yes or no, beside what is known now: that nobody could find it out for a while loses and gains nothing.
alter table agent_readiness add column definite text check (definite in ('GIVEN', 'MISSING'));

update agent_readiness set definite = state where state <> 'UNKNOWN';
