package org.deviceoffboarding.delegation;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Identities that people lent for actions, made up by a test. */
public final class StoredActionIdentity {

    private StoredActionIdentity() {}

    public static void by(String person, JdbcClient jdbc) {
        jdbc.sql("""
                insert into action_identity (person_id, person_name, scopes, refresh_token, token_salt, obtained_at)
                values (:person, :person, '{}', 'not a token', 'salt', now())
                """).param("person", person).update();
    }
}
