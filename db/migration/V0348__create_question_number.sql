-- How many devices a named question found in the result of each run: kept as long as the totals of runs are.
create table question_number (
    question_id bigint      not null references named_question on delete cascade,
    run_id      bigint      not null,
    -- Of the newest result it is counted again when the portal changed devices.
    counted_at  timestamptz not null,
    -- Null where it could not be counted.
    devices     bigint      check (devices >= 0),
    -- Why not, for people.
    problem     text        check (problem <> '' and length(problem) <= 500),
    primary key (question_id, run_id),
    constraint either_counted_or_why_not check ((devices is null) <> (problem is null))
);

create index question_number_by_time on question_number (counted_at);
