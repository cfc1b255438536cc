package org.deviceoffboarding.agent;

import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent as tests need it that never ask the tenant: it is there. */
public final class StoredAgent {

    public static final String IDENTITY = "admin@contoso.example";

    private StoredAgent() {}

    /** Makes sure that there is one. */
    public static void in(JdbcClient jdbc) {
        jdbc.sql("""
                insert into agent (identity_id, identity_name, tenant_name, scopes, refresh_token, token_salt, key_id,
                    token_obtained_at, set_up_at, set_up_by)
                values ('oid', :name, 'Contoso', '{}', 'ab', 'ab', 'another', now(), now(), :name)
                on conflict do nothing
                """).param("name", IDENTITY).update();
    }
}
