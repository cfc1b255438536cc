-- Who set the agent up, by their ID in Entra: with that their real name is found. Empty where only the account was kept.
alter table agent add column set_up_by_id text not null default '';

update agent set set_up_by_id = identity_id where set_up_by = identity_name and kind = 'PERSON';
