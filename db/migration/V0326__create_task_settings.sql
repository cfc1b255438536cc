-- Where tickets of another system are, as an owner saved it: the newest row counts. No row: their numbers are shown alone.
create table task_settings (
    version        bigint      primary key check (version > 0),
    saved_at       timestamptz not null,
    saved_by_id    text        not null check (saved_by_id <> ''),
    saved_by_name  text        not null check (saved_by_name <> ''),
    -- Empty for none. Never anything else than https, so that a link leads nowhere where it could be read or run.
    ticket_address text        not null check (
        ticket_address = '' or ticket_address like 'https://%{number}%' and length(ticket_address) <= 500)
);
