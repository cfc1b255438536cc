-- That recovery keys and passwords of a Windows device exist in Entra, and since when; never what they are.
-- Null is "not known": only what Entra clearly answered is a number or a yes or no.
create table device_key (
    object_id        uuid        primary key,
    bitlocker_keys   integer     check (bitlocker_keys >= 0),
    newest_bitlocker timestamptz,
    volume_types     text[]      not null default '{}',
    laps             boolean,
    laps_backup      timestamptz,
    checked_at       timestamptz not null,
    problem          text,
    constraint what_is_not_known_has_a_reason
        check ((bitlocker_keys is not null and laps is not null) or problem is not null)
);
