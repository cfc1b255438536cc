-- For flagged devices without a known user: whom Entra says they are registered for, as text for people, or why that could
-- not be read. It goes with the finding.
alter table finding
    add column registered_owner text,
    add column owner_not_read   text,
    add column owner_asked      boolean not null default false;

create index finding_by_unknown_owner on finding (run_id, object_id) where user_name is null and not owner_asked;
