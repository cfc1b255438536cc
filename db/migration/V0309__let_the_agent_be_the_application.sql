-- Whose identity the agent has: a person's, who lent a token, or that of the portal's own app registration, for which nothing is kept.
alter table agent
    add column identity_chosen_at timestamptz, -- since when it has had this one; null where it has had it since it was set up
    add column kind text not null default 'PERSON' check (kind in ('PERSON', 'APPLICATION')),
    alter column refresh_token drop not null,
    alter column token_salt drop not null,
    add constraint only_a_person_lends_a_token
        check (case kind when 'PERSON' then num_nulls(refresh_token, token_salt) = 0
                         else num_nonnulls(refresh_token, token_salt, key_id) = 0 end),
    add constraint an_application_does_not_expire check (kind = 'PERSON' or not expired);
