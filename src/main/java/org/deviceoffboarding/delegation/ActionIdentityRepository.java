package org.deviceoffboarding.delegation;

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
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.signin.SignInRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ActionIdentityRepository implements KeptTokens {

    private static final String COLUMNS =
            "person_id, person_name, scopes, obtained_at, used_at, expired, refresh_token, token_salt, key_id,"
                    + " refusal_reason, refusal_code, refusal_said, refused_at";

    private final JdbcClient jdbc;
    private final TokenCipher cipher;

    ActionIdentityRepository(JdbcClient jdbc, TokenCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Returns whose a token is that a person lent for actions. */
    static TokenOwner owner(String personId) {
        return new TokenOwner(ActionConsent.REGISTRATION, personId);
    }

    Optional<ActionIdentity> find(String personId) {
        return jdbc.sql("select " + COLUMNS + " from action_identity where person_id = :person")
                .param("person", personId)
                .query(this::toIdentity)
                .optional();
    }

    /** Returns the token of an identity that the tenant has not refused. */
    Optional<EncryptedToken> findToken(String personId) {
        return jdbc.sql("select " + COLUMNS + " from action_identity where person_id = :person and not expired")
                .param("person", personId)
                .query((row, number) -> toToken(row))
                .optional();
    }

    @Override
    public List<String> unreadable() {
        return jdbc
                .sql("select " + COLUMNS + " from action_identity where not expired order by person_name")
                .query(this::toIdentity)
                .stream()
                .filter(identity -> !identity.readable())
                .map(identity -> "the sign-in for actions of " + identity.personName())
                .toList();
    }

    @Override
    public List<EncryptedToken> keptWithout(String keyId) {
        return jdbc.sql("select " + COLUMNS + " from action_identity where key_id is distinct from :key")
                .param("key", keyId)
                .query((row, number) -> toToken(row))
                .list();
    }

    @Override
    public boolean keepAnew(EncryptedToken kept, EncryptedToken anew) {
        return jdbc.sql("""
                update action_identity set refresh_token = :token, key_id = :key
                where person_id = :person and refresh_token = :kept
                """)
                        .param("person", kept.owner().personId())
                        .param("kept", kept.text())
                        .param("token", anew.text())
                        .param("key", anew.keyId())
                        .update()
                > 0;
    }

    /** Stores an identity in the place of the one that the person lent before, if any. */
    void save(ActionIdentity identity, EncryptedToken token) {
        jdbc.sql("""
                insert into action_identity (person_id, person_name, scopes, refresh_token, token_salt, key_id, obtained_at)
                values (:person, :name, :scopes, :token, :salt, :key, :obtainedAt)
                on conflict (person_id) do update set
                    person_name = excluded.person_name, scopes = excluded.scopes,
                    refresh_token = excluded.refresh_token, token_salt = excluded.token_salt, key_id = excluded.key_id,
                    obtained_at = excluded.obtained_at, used_at = null, expired = false, %s
                """.formatted(RefusalColumns.CLEAR))
                .param("person", identity.personId())
                .param("name", Sql.text(identity.personName()))
                .param("scopes", identity.scopes().toArray(String[]::new))
                .param("token", token.text())
                .param("salt", token.salt())
                .param("key", token.keyId())
                .param("obtainedAt", Sql.timestamp(identity.obtainedAt()))
                .update();
    }

    /**
     * Stores the token that was given for another, unless the person lent a new one or took it back meanwhile. The tenant has
     * accepted the identity.
     */
    void replaceToken(String personId, EncryptedToken used, EncryptedToken token, Instant usedAt) {
        jdbc.sql("""
                update action_identity set refresh_token = :token, token_salt = :salt, key_id = :key, used_at = :usedAt, %s
                where person_id = :person and token_salt = :used
                """.formatted(RefusalColumns.CLEAR))
                .param("person", personId)
                .param("used", used.salt())
                .param("token", token.text())
                .param("salt", token.salt())
                .param("key", token.keyId())
                .param("usedAt", Sql.timestamp(usedAt))
                .update();
    }

    /** Marks an identity as refused by the tenant, unless the person lent a new one; returns whether it was not so before. */
    boolean markRefused(String personId, EncryptedToken refused, SignInRefusal why, Instant at) {
        return RefusalColumns.bind(jdbc.sql("""
                update action_identity set %s
                where person_id = :person and token_salt = :refused and %s
                """.formatted(RefusalColumns.SET, RefusalColumns.DIFFER)), why, at)
                        .param("person", personId)
                        .param("refused", refused.salt())
                        .update()
                > 0;
    }

    /** Returns whether there was one. */
    boolean delete(String personId) {
        return jdbc.sql("delete from action_identity where person_id = :person")
                        .param("person", personId)
                        .update()
                > 0;
    }

    /** Deletes those that were lent before, but those of some people; returns what it deleted. */
    List<ActionIdentity> deleteUnused(Instant obtainedBefore, Collection<String> stillNeeded) {
        return jdbc.sql("""
                delete from action_identity where obtained_at < :before and person_id <> all (:needed)
                returning %s
                """.formatted(COLUMNS))
                .param("before", Sql.timestamp(obtainedBefore))
                .param("needed", stillNeeded.toArray(String[]::new))
                .query(this::toIdentity)
                .list();
    }

    private static EncryptedToken toToken(ResultSet row) throws SQLException {
        return new EncryptedToken(
                owner(row.getString("person_id")),
                row.getString("refresh_token"),
                row.getString("token_salt"),
                row.getString("key_id"));
    }

    private ActionIdentity toIdentity(ResultSet row, int number) throws SQLException {
        return new ActionIdentity(
                row.getString("person_id"),
                row.getString("person_name"),
                List.of((String[]) row.getArray("scopes").getArray()),
                Sql.instant(row, "obtained_at"),
                Sql.instantOrNull(row, "used_at"),
                row.getBoolean("expired"),
                cipher.reads(toToken(row)),
                RefusalColumns.read(row));
    }
}
