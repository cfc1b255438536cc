-- How a person wants to be told of notices of a kind. Where nothing stands, as is usual for the kind.
create table notice_choice (
    person_id text not null check (person_id <> ''),
    kind      text not null check (kind <> ''),
    way       text not null check (way in ('NONE', 'PAGE', 'MAIL', 'BOTH')),
    primary key (person_id, kind)
);

-- When a person wants mail. Where nothing stands, at once.
create table notice_timing (
    person_id   text primary key check (person_id <> ''),
    -- When all of a day comes in one mail; null where each comes by itself.
    digest_at   time,
    -- No mail is sent in between; null where there are no such hours.
    quiet_from  time,
    quiet_until time,
    -- Whose clock counts, such as Europe/Berlin.
    zone        text not null check (zone <> ''),
    constraint quiet_hours_begin_and_end check ((quiet_from is null) = (quiet_until is null)),
    constraint quiet_hours_are_not_all_day check (quiet_from <> quiet_until)
);
