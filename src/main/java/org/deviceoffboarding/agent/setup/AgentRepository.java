package org.deviceoffboarding.agent.setup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.access.token.EncryptedToken;
import org.deviceoffboarding.access.token.KeptTokens;
import org.deviceoffboarding.access.token.TokenCipher;
import org.deviceoffboarding.access.token.TokenOwner;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.delegation.RefusalColumns;
import org.deviceoffboarding.signin.SignInReason;
import org.deviceoffboarding.signin.SignInRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgentRepository implements KeptTokens {

    private final JdbcClient jdbc;
    private final TokenCipher cipher;

    AgentRepository(JdbcClient jdbc, TokenCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Returns whose the agent's token is where it runs as a person. */
    static TokenOwner owner(String identityId) {
        return new TokenOwner(AgentConsent.REGISTRATION, identityId);
    }

    Optional<Agent> find() {
        return jdbc.sql("select * from agent").query(this::toAgent).optional();
    }

    /** Returns whose identity the agent has; nothing if none is set up. */
    Optional<AgentKind> kind() {
        return jdbc.sql("select kind from agent").query(String.class).optional().map(AgentKind::valueOf);
    }

    /** Returns whose or what identity the agent has, by its ID; nothing if none is set up. */
    Optional<String> identityId() {
        return jdbc.sql("select identity_id from agent").query(String.class).optional();
    }

    /** Returns since when the agent has had the identity that it has, however often that was renewed; nothing if none is set up. */
    Optional<Instant> identitySince() {
        return jdbc.sql("select coalesce(identity_chosen_at, set_up_at) as since from agent")
                .query((row, number) -> Sql.instant(row, "since"))
                .optional();
    }

    /** Returns the token that a person lent. */
    Optional<EncryptedToken> findToken() {
        return jdbc.sql(
                        "select identity_id, refresh_token, token_salt, key_id from agent where refresh_token is not null")
                .query((row, number) -> toToken(row))
                .optional();
    }

    @Override
    public List<String> unreadable() {
        return find()
                .filter(agent -> !agent.readable())
                .map(agent -> "the agent's sign-in (" + agent.identityName() + ")")
                .stream()
                .toList();
    }

    @Override
    public List<EncryptedToken> keptWithout(String keyId) {
        return jdbc.sql("""
                select identity_id, refresh_token, token_salt, key_id from agent
                where refresh_token is not null and key_id is distinct from :key
                """)
                .param("key", keyId)
                .query((row, number) -> toToken(row))
                .list();
    }

    @Override
    public boolean keepAnew(EncryptedToken kept, EncryptedToken anew) {
        return jdbc.sql("update agent set refresh_token = :token, key_id = :key where refresh_token = :kept")
                        .param("kept", kept.text())
                        .param("token", anew.text())
                        .param("key", anew.keyId())
                        .update()
                > 0;
    }

    /** Stores the agent, or gives the one there is a new identity; who set it up first, and when, stays. */
    void save(Agent agent, @Nullable EncryptedToken token) {
        jdbc.sql("""
                insert into agent (kind, identity_id, identity_name, tenant_name, scopes, refresh_token, token_salt, key_id,
                                   token_obtained_at, set_up_at, set_up_by, set_up_by_id)
                values (:kind, :identityId, :identityName, :tenantName, :scopes, :token, :salt, :key, :obtainedAt, :setUpAt, :setUpBy,
                        :setUpById)
                on conflict (only_one) do update set
                    kind = excluded.kind, identity_id = excluded.identity_id, identity_name = excluded.identity_name,
                    tenant_name = excluded.tenant_name, scopes = excluded.scopes,
                    refresh_token = excluded.refresh_token, token_salt = excluded.token_salt, key_id = excluded.key_id,
                    token_obtained_at = excluded.token_obtained_at,
                    used_at = case when agent.identity_id = excluded.identity_id then agent.used_at end, renewed_at = excluded.set_up_at, expired = false,
                    identity_chosen_at = case when agent.identity_id = excluded.identity_id then agent.identity_chosen_at
                                              else excluded.set_up_at end,
                    %s
                """.formatted(RefusalColumns.CLEAR))
                .param("kind", agent.kind().name())
                .param("identityId", agent.identityId())
                .param("identityName", Sql.text(agent.identityName()))
                .param("tenantName", Sql.text(agent.tenantName()))
                .param("scopes", agent.scopes().toArray(String[]::new))
                .param("token", token == null ? null : token.text())
                .param("salt", token == null ? null : token.salt())
                .param("key", token == null ? null : token.keyId())
                .param("obtainedAt", Sql.timestamp(agent.tokenObtainedAt()))
                .param("setUpAt", Sql.timestamp(agent.setUpAt()))
                .param("setUpBy", agent.setUpBy().name())
                .param("setUpById", agent.setUpBy().id())
                .update();
    }

    /** Remembers that a run used the identity. */
    void used(Instant at) {
        jdbc.sql("update agent set used_at = :at")
                .param("at", Sql.timestamp(at))
                .update();
    }

    /** Deletes the agent with its tokens. */
    void delete() {
        jdbc.sql("delete from agent").update();
    }

    /** Returns whether the data of an agent that was removed is still being deleted. */
    boolean isBeingCleared() {
        return jdbc.sql("select exists (select from agent_removal where cleared_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** Stores the token that was given for another, unless the identity was renewed meanwhile. */
    void replaceToken(EncryptedToken used, EncryptedToken token, Instant obtainedAt) {
        jdbc.sql("""
                update agent set refresh_token = :token, token_salt = :salt, key_id = :key, token_obtained_at = :at, expired = false
                where token_salt = :used
                """)
                .param("used", used.salt())
                .param("token", token.text())
                .param("salt", token.salt())
                .param("key", token.keyId())
                .param("at", Sql.timestamp(obtainedAt))
                .update();
    }

    /** Remembers what Microsoft said, unless the identity was renewed meanwhile; returns whether it is something new. */
    boolean markRefused(EncryptedToken refused, SignInRefusal why, Instant at) {
        return RefusalColumns.bind(
                                jdbc.sql("update agent set " + RefusalColumns.SET + " where token_salt = :refused and "
                                        + RefusalColumns.DIFFER),
                                why,
                                at)
                        .param("refused", refused.salt())
                        .update()
                > 0;
    }

    /** Remembers that the application was given a token, unless the agent has another identity meanwhile. */
    void obtainedByApplication(Instant at) {
        jdbc.sql("update agent set token_obtained_at = :at where kind = 'APPLICATION'")
                .param("at", Sql.timestamp(at))
                .update();
    }

    /** Remembers what Microsoft said about the application, unless the agent has another identity; returns whether it is something new. */
    boolean markApplicationRefused(SignInRefusal why, Instant at) {
        return RefusalColumns.bind(
                                jdbc.sql("update agent set " + RefusalColumns.SET + " where kind = 'APPLICATION' and "
                                        + RefusalColumns.DIFFER),
                                why,
                                at)
                        .update()
                > 0;
    }

    /** Forgets what Microsoft said, where it is of one of the reasons; returns whether there was something to forget. */
    boolean clearRefusal(Collection<SignInReason> of) {
        return jdbc.sql("update agent set " + RefusalColumns.CLEAR + " where refusal_reason = any(:reasons)")
                        .param("reasons", of.stream().map(SignInReason::name).toArray(String[]::new))
                        .update()
                > 0;
    }

    private static EncryptedToken toToken(ResultSet row) throws SQLException {
        return new EncryptedToken(
                owner(row.getString("identity_id")),
                row.getString("refresh_token"),
                row.getString("token_salt"),
                row.getString("key_id"));
    }

    /** Of agents that were set up before IDs were kept the account stands for both. */
    private static Actor setUpBy(ResultSet row) throws SQLException {
        String name = row.getString("set_up_by");
        String id = row.getString("set_up_by_id");
        return new Actor(id.isEmpty() ? name : id, name);
    }

    private Agent toAgent(ResultSet row, int number) throws SQLException {
        AgentKind kind = AgentKind.valueOf(row.getString("kind"));
        return new Agent(
                kind,
                row.getString("identity_id"),
                row.getString("identity_name"),
                row.getString("tenant_name"),
                List.of((String[]) row.getArray("scopes").getArray()),
                Sql.instant(row, "token_obtained_at"),
                Sql.instantOrNull(row, "used_at"),
                row.getBoolean("expired"),
                kind == AgentKind.APPLICATION || cipher.reads(toToken(row)),
                Sql.instant(row, "set_up_at"),
                setUpBy(row),
                Sql.instantOrNull(row, "renewed_at"),
                RefusalColumns.read(row));
    }
}
