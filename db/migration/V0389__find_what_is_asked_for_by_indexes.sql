-- Whatever is small, in the order in which findings, links and keys are kept, too: several criteria, or what many devices have, are
-- found without the devices' texts, and met with what is known of each device as two lists are.
create index listed_device_by_facts on listed_device (object_id) include (
    platform, ownership_kind, trust_type, enabled, compliant, intune_id, last_sign_in, last_sync, heard_at, registered, enrolled,
    removed_how, removed_at);
create index listed_device_by_removal_kind on listed_device (removed_how, name_key, object_id) where removed_how is not null;
create index listed_device_by_remover on listed_device (removed_by, name_key, object_id) where removed_by is not null;
create index listed_device_without_user on listed_device (name_key, object_id) where users is null;
create index listed_device_by_version_text on listed_device (lower(version) text_pattern_ops) where version is not null;
