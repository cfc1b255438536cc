-- What Microsoft said when it last refused an identity, until it is accepted again. Holds no token. Whether a new sign-in is
-- needed is told by "expired", as before: what somebody puts right in the tenant or about the portal leaves the token good.
alter table agent
    add column refusal_reason text,
    add column refusal_code   text check (refusal_code <> ''),
    add column refusal_said   text check (length(refusal_said) <= 1000),
    add column refused_at     timestamptz,
    add constraint an_agents_refusal_is_whole
        check (num_nulls(refusal_reason, refusal_code, refusal_said, refused_at) in (0, 4));

alter table action_identity
    add column refusal_reason text,
    add column refusal_code   text check (refusal_code <> ''),
    add column refusal_said   text check (length(refusal_said) <= 1000),
    add column refused_at     timestamptz,
    add constraint a_persons_refusal_is_whole
        check (num_nulls(refusal_reason, refusal_code, refusal_said, refused_at) in (0, 4));
