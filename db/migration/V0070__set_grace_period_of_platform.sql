-- Another grace period for devices of a platform, as PLATFORM=days. Older rows have none.
alter table evaluation_rules
    add column grace_periods text[] not null default '{}';
