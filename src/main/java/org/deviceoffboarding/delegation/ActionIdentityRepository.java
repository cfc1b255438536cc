package org.deviceoffboarding.delegation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ActionIdentityRepository {

    private static final String COLUMNS = "person_id, person_name, scopes, obtained_at, used_at, expired";

    private final JdbcClient jdbc;

    ActionIdentityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ActionIdentity> find(String personId) {
        return jdbc.sql("select " + COLUMNS + " from action_identity where person_id = :person")
                .param("person", personId)
                .query(ActionIdentityRepository::toIdentity)
                .optional();
    }

    /** Returns the token of an identity that the tenant has not refused. */
    Optional<EncryptedToken> findToken(String personId) {
        return jdbc.sql("""
                select refresh_token, token_salt from action_identity where person_id = :person and not expired
                """)
                .param("person", personId)
                .query((row, number) -> new EncryptedToken(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Stores an identity in the place of the one that the person lent before, if any. */
    void save(ActionIdentity identity, EncryptedToken token) {
        jdbc.sql("""
                insert into action_identity (person_id, person_name, scopes, refresh_token, token_salt, obtained_at)
                values (:person, :name, :scopes, :token, :salt, :obtainedAt)
                on conflict (person_id) do update set
                    person_name = excluded.person_name, scopes = excluded.scopes,
                    refresh_token = excluded.refresh_token, token_salt = excluded.token_salt,
                    obtained_at = excluded.obtained_at, used_at = null, expired = false
                """)
                .param("person", identity.personId())
                .param("name", Sql.text(identity.personName()))
                .param("scopes", identity.scopes().toArray(String[]::new))
                .param("token", token.text())
                .param("salt", token.salt())
                .param("obtainedAt", Sql.timestamp(identity.obtainedAt()))
                .update();
    }

    /** Stores the token that was given for another, unless the person lent a new one or took it back meanwhile. */
    void replaceToken(String personId, EncryptedToken used, EncryptedToken token, Instant usedAt) {
        jdbc.sql("""
                update action_identity set refresh_token = :token, token_salt = :salt, used_at = :usedAt
                where person_id = :person and refresh_token = :used
                """)
                .param("person", personId)
                .param("used", used.text())
                .param("token", token.text())
                .param("salt", token.salt())
                .param("usedAt", Sql.timestamp(usedAt))
                .update();
    }

    /** Marks an identity as refused by the tenant, unless the person lent a new one; returns whether it was not before. */
    boolean markExpired(String personId, EncryptedToken refused) {
        return jdbc.sql("""
                update action_identity set expired = true
                where person_id = :person and refresh_token = :refused and not expired
                """)
                        .param("person", personId)
                        .param("refused", refused.text())
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
                .query(ActionIdentityRepository::toIdentity)
                .list();
    }

    private static ActionIdentity toIdentity(ResultSet row, int number) throws SQLException {
        return new ActionIdentity(
                row.getString("person_id"),
                row.getString("person_name"),
                List.of((String[]) row.getArray("scopes").getArray()),
                Sql.instant(row, "obtained_at"),
                Sql.instantOrNull(row, "used_at"),
                row.getBoolean("expired"));
    }
}
