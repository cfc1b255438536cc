create index finding_by_device on finding (run_id, object_id) include (sort, portal_change) where sort is not null;
