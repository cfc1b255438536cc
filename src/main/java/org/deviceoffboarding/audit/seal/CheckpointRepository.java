package org.deviceoffboarding.audit.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the checkpoints in the database, and which log it is. */
@Repository
class CheckpointRepository {

    /** Of more than that which are not what they should be somebody has put there so many that verifying says it. */
    private static final int LOOKED_AT = 1_000;

    private final JdbcClient jdbc;

    CheckpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID logId() {
        return jdbc.sql("select id from audit_log_identity").query(UUID.class).single();
    }

    /**
     * Returns the newest that one of these keys signed. What else stands there keeps nobody from sealing, and is found by verifying.
     *
     * @param origin which log
     * @param lookedAt among so many of the newest rows
     */
    Optional<SignedCheckpoint> newest(String origin, Collection<VerifierKey> keys, int lookedAt) {
        return newest(signed -> signed.checkpoint().origin().equals(origin) && signed.isSignedBy(keys), lookedAt);
    }

    /** Returns the newest that says to be of this log, whoever signed it, and of no more entries than so many. */
    Optional<SignedCheckpoint> newestUpTo(long size, String origin) {
        return newest(
                signed -> signed.checkpoint().origin().equals(origin)
                        && signed.checkpoint().size() <= size,
                LOOKED_AT);
    }

    /** Returns whether one is there. */
    boolean has(SignedCheckpoint signed) {
        return jdbc.sql("select exists (select from audit_checkpoint where size = :size and at = :at and note = :note)")
                .param("size", signed.checkpoint().size())
                .param("at", Sql.timestamp(signed.checkpoint().at()))
                .param("note", signed.text())
                .query(Boolean.class)
                .single();
    }

    /** Returns the newest row, whatever it is. */
    Optional<StoredCheckpoint> newestRow() {
        return jdbc.sql("select size, at, note from audit_checkpoint order by size desc, at desc limit 1")
                .query(CheckpointRepository::read)
                .optional();
    }

    private Optional<SignedCheckpoint> newest(Predicate<SignedCheckpoint> wanted, int lookedAt) {
        return newest(lookedAt).stream().filter(wanted).findFirst();
    }

    private List<SignedCheckpoint> newest(int most) {
        return jdbc
                .sql("select size, at, note from audit_checkpoint order by size desc, at desc limit :most")
                .param("most", most)
                .query(CheckpointRepository::read)
                .list()
                .stream()
                .flatMap(StoredCheckpoint::asSigned)
                .toList();
    }

    /**
     * Returns some behind a place, in the order of time and size, whatever they are.
     *
     * @param until the last time of which they are wanted
     */
    List<StoredCheckpoint> after(StoredCheckpoint.Place place, Instant until, int limit) {
        return jdbc.sql("""
                select size, at, note from audit_checkpoint
                where (at, size) > (:at, :size) and at <= :until
                order by at, size limit :limit
                """)
                .param("at", Sql.timestamp(place.at()))
                .param("size", place.size())
                .param("until", Sql.timestamp(until))
                .param("limit", limit)
                .query(CheckpointRepository::read)
                .list();
    }

    private static StoredCheckpoint read(ResultSet row, int number) throws SQLException {
        return new StoredCheckpoint(row.getLong("size"), Sql.instant(row, "at"), row.getString("note"));
    }

    void add(SignedCheckpoint signed) {
        jdbc.sql("insert into audit_checkpoint (size, at, note) values (:size, :at, :note)")
                .param("size", signed.checkpoint().size())
                .param("at", Sql.timestamp(signed.checkpoint().at()))
                .param("note", signed.text())
                .update();
    }
}
