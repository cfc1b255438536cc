-- What each run flagged, counted when its result was made: trends are made of this, also once the findings are gone.
create table finding_total (
    run_id    bigint  not null references evaluation_run on delete cascade,
    platform  text    not null,
    situation text    not null,
    devices   integer not null check (devices > 0),
    primary key (run_id, platform, situation)
);

insert into finding_total (run_id, platform, situation, devices)
select f.run_id, f.platform, f.situation, count(*)
from finding f join evaluation_run r on r.id = f.run_id and r.status = 'COMPLETED'
group by 1, 2, 3;
