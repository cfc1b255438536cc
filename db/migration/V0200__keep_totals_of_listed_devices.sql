-- How many devices each copy lists: what it began with, and a row for each change since. The sum counts.
create table listed_total (
    run_id  bigint not null,
    devices bigint not null
);

create index listed_total_by_run on listed_total (run_id);

insert into listed_total (run_id, devices)
select run_id, count(*) from listed_device group by run_id;
