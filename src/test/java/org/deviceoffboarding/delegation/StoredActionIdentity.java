package org.deviceoffboarding.delegation;

import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Identities that people lent for actions, made up by a test. */
public final class StoredActionIdentity {

    private StoredActionIdentity() {}

    public static void by(String person, JdbcClient jdbc) {
        by(person, person, Instant.now(), false, jdbc);
    }

    /** @param expired whether the tenant refused it */
    public static void by(String person, String name, Instant at, boolean expired, JdbcClient jdbc) {
        EncryptedToken token =
                new TokenCipher(PortalTest.SECRET_KEY).encrypt("not a token", ActionIdentityRepository.owner(person));
        jdbc.sql("""
                insert into action_identity (person_id, person_name, scopes, refresh_token, token_salt, key_id, obtained_at,
                    expired)
                values (:person, :name, '{}', :token, :salt, :key, :at, :expired)
                """)
                .param("person", person)
                .param("name", name)
                .param("token", token.text())
                .param("salt", token.salt())
                .param("key", token.keyId())
                .param("at", Sql.timestamp(at))
                .param("expired", expired)
                .update();
    }
}
