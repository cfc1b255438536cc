package org.deviceoffboarding.secretkey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeyRotationRepository {

    private final JdbcClient jdbc;

    KeyRotationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KeyRotation> findUnderWay() {
        return jdbc.sql("select * from key_rotation where ended_at is null")
                .query(KeyRotationRepository::toRotation)
                .optional();
    }

    /** Returns by which key one was replaced, so that nothing is encrypted with it any more; nothing where it was not. */
    Optional<String> findReplacementOf(String keyId) {
        return jdbc.sql("select new_key_id from key_rotation where old_key_id = :key and ended_at is not null")
                .param("key", keyId)
                .query(String.class)
                .optional();
    }

    /** Returns whether one ended since then. */
    boolean endedSince(Instant since) {
        return jdbc.sql("select exists (select from key_rotation where ended_at > :since)")
                .param("since", Sql.timestamp(since))
                .query(Boolean.class)
                .single();
    }

    /** Returns whether it was not begun before. */
    boolean begin(long id, Instant now) {
        return mark("update key_rotation set begun_at = :now where id = :id and begun_at is null", id, now);
    }

    /** Remembers that nothing is known to be encrypted with the key before; returns whether that was not known yet. */
    boolean encrypted(long id, Instant now) {
        return mark("update key_rotation set encrypted_at = :now where id = :id and encrypted_at is null", id, now);
    }

    /** Remembers that something was, until just now. */
    void encryptedAgain(long id, Instant now) {
        mark("update key_rotation set encrypted_at = :now where id = :id and encrypted_at is not null", id, now);
    }

    /** Forgets both keys; returns whether nobody did so before. */
    boolean end(long id, Instant now) {
        return mark("""
                update key_rotation set ended_at = :now, old_key = null, new_key = null
                where id = :id and ended_at is null
                """, id, now);
    }

    private boolean mark(String update, long id, Instant now) {
        return jdbc.sql(update).param("id", id).param("now", Sql.timestamp(now)).update() > 0;
    }

    private static KeyRotation toRotation(ResultSet row, int number) throws SQLException {
        return new KeyRotation(
                row.getLong("id"),
                row.getString("old_key_id"),
                row.getString("new_key_id"),
                row.getString("old_key"),
                row.getString("new_key"),
                row.getString("requested_by"),
                Sql.instantOrNull(row, "begun_at"),
                Sql.instantOrNull(row, "encrypted_at"));
    }
}
