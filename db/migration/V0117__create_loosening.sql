-- What an owner wants to loosen of what protects devices. It holds once another owner confirms it, or a day later; until then
-- any owner can take it back.
create table loosening (
    id               bigint      generated always as identity primary key,
    safeguard        text        not null check (safeguard <> ''),
    -- Which one, where a safeguard has many; else empty.
    subject          text        not null,
    -- The version of the setting that it was proposed for. It lapses where another is in force.
    based_on         bigint      not null check (based_on >= 0),
    -- What is to hold, in the form of whoever owns the setting.
    proposal         text        not null check (proposal <> ''),
    -- What that changes, for people.
    changes          text[]      not null check (cardinality(changes) > 0),
    proposed_at      timestamptz not null,
    proposed_by_id   text        not null check (proposed_by_id <> ''),
    proposed_by_name text        not null check (proposed_by_name <> ''),
    takes_effect_at  timestamptz not null,
    status           text        not null default 'PENDING'
        check (status in ('PENDING', 'CONFIRMED', 'TOOK_EFFECT', 'TAKEN_BACK', 'REPLACED', 'LAPSED')),
    ended_at         timestamptz,
    ended_by_id      text        check (ended_by_id <> ''),
    ended_by_name    text        check (ended_by_name <> ''),
    lapsed_because   text        check (lapsed_because <> ''),
    constraint loosening_waits_a_day check (takes_effect_at >= proposed_at + interval '24 hours'),
    constraint who_ended_it_is_known check (
        (status = 'PENDING') = (ended_at is null) and (status = 'PENDING') = (ended_by_id is null)
        and (status = 'PENDING') = (ended_by_name is null)),
    constraint what_lapsed_says_why check ((status = 'LAPSED') = (lapsed_because is not null)),
    constraint nobody_confirms_what_he_proposed check (status <> 'CONFIRMED' or ended_by_id <> proposed_by_id),
    constraint no_loosening_before_its_time check (status <> 'TOOK_EFFECT' or ended_at >= takes_effect_at)
);

-- Nobody can say which of two would hold.
create unique index loosening_one_pending on loosening (safeguard, subject) where status = 'PENDING';
create index loosening_by_end on loosening (ended_at);

create function loosening_is_fixed() returns trigger
language plpgsql as $$
begin
    if old.status <> 'PENDING'
        or row (new.id, new.safeguard, new.subject, new.based_on, new.proposal, new.changes, new.proposed_at,
                new.proposed_by_id, new.proposed_by_name, new.takes_effect_at)
           is distinct from
           row (old.id, old.safeguard, old.subject, old.based_on, old.proposal, old.changes, old.proposed_at,
                old.proposed_by_id, old.proposed_by_name, old.takes_effect_at) then
        raise exception 'What was proposed does not change, and ends once'
            using errcode = 'check_violation', constraint = 'loosening_is_fixed';
    end if;
    return new;
end $$;

create trigger loosening_is_fixed before update on loosening
    for each row execute function loosening_is_fixed();
