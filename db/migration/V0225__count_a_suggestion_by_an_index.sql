-- How the devices of a suggestion are joined, and how many they are, is counted by an index alone.
create index finding_by_join on finding (run_id, situation, platform, ownership, kind_group, join_type);
drop index finding_by_sort;
