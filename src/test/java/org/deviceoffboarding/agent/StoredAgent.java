package org.deviceoffboarding.agent;

import java.time.Instant;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent as tests need it that never ask the tenant: with all permissions, and a token that the tenant never gave. */
public final class StoredAgent {

    private StoredAgent() {}

    /** Makes sure that there is one. */
    public static void in(JdbcClient jdbc) {
        as("oid", "admin@contoso.example", Instant.now(), jdbc);
    }

    /** Makes sure that there is one that is the portal's application. */
    public static void asApplication(JdbcClient jdbc) {
        jdbc.sql("""
                insert into agent (kind, identity_id, identity_name, tenant_name, scopes, token_obtained_at, set_up_at, set_up_by)
                values ('APPLICATION', 'the-client-id', 'the portal''s application', 'Contoso', '{}', now(),
                    now() - interval '200 days', 'admin')
                on conflict do nothing
                """).update();
    }

    /** Makes sure that there is one with a person's identity, which a run last used at a time. */
    public static void as(String personId, String name, Instant usedAt, JdbcClient jdbc) {
        EncryptedToken token =
                new TokenCipher(PortalTest.SECRET_KEY).encrypt("not a token", new TokenOwner("agent", personId));
        jdbc.sql("""
                insert into agent (identity_id, identity_name, tenant_name, scopes, refresh_token, token_salt, key_id,
                    token_obtained_at, used_at, set_up_at, set_up_by)
                values (:person, :name, 'Contoso', array['Device.Read.All',
                    'DeviceManagementManagedDevices.Read.All', 'DeviceManagementApps.Read.All',
                    'DeviceManagementServiceConfig.Read.All', 'GroupMember.Read.All', 'User.Read.All',
                    'BitlockerKey.ReadBasic.All', 'DeviceLocalCredential.ReadBasic.All', 'User.Read'], :token, :salt, :key,
                    now(), :used, now() - interval '200 days', :name)
                on conflict do nothing
                """)
                .param("person", personId)
                .param("name", name)
                .param("token", token.text())
                .param("salt", token.salt())
                .param("key", token.keyId())
                .param("used", Sql.timestamp(usedAt))
                .update();
    }
}
