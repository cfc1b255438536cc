-- Times of a close schedule come while an earlier one is tried again: which one failed first. Null in rows of before: the one that is due.
alter table run_schedule_state
    add column first_due_at          timestamptz,
    add column given_up_first_due_at timestamptz;
