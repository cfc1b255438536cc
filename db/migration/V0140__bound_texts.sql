-- The portal refuses longer ones; these hold whatever asks. Not validated: a text that is longer since before stays readable.
alter table change_request
    add constraint change_request_reason_is_short check (length(reason) <= 500) not valid,
    add constraint change_request_decision_note_is_short check (length(decision_note) <= 2000) not valid;

alter table device_exception
    add constraint device_exception_reason_is_short check (length(reason) <= 500) not valid,
    add constraint device_exception_lift_reason_is_short check (length(lift_reason) <= 500) not valid;

alter table suggestion
    add constraint suggestion_note_is_short check (length(note) <= 2000) not valid;
