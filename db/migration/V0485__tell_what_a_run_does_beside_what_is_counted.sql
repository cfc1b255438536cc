-- Where a run does what no number of its progress tells of, whoever waits for it is told what that is.
alter table evaluation_run add column doing text not null default '';
comment on column evaluation_run.doing is 'completes "the run …"; empty where the numbers say it';
