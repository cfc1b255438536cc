package org.deviceoffboarding.audit.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the checkpoints in the database, and which log it is. */
@Repository
class CheckpointRepository {

    private final JdbcClient jdbc;

    CheckpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID logId() {
        return jdbc.sql("select id from audit_log_identity").query(UUID.class).single();
    }

    /** Returns the newest; nothing where somebody made it unreadable, which keeps nobody from sealing and is found by verifying. */
    Optional<SignedCheckpoint> newest() {
        try {
            return jdbc.sql("select note from audit_checkpoint order by size desc limit 1")
                    .query(String.class)
                    .optional()
                    .map(SignedCheckpoint::parse);
        } catch (MalformedNoteException tampered) {
            return Optional.empty();
        }
    }

    /** Returns when the newest was made, without reading it. */
    Optional<Instant> newestTime() {
        return jdbc.sql("select at from audit_checkpoint order by size desc limit 1")
                .query((row, number) -> Sql.instant(row, "at"))
                .optional();
    }

    /** Returns some that were made after a time, the oldest first. */
    List<SignedCheckpoint> after(Instant time, int limit) {
        return jdbc
                .sql("select note from audit_checkpoint where at > :time order by at, size limit :limit")
                .param("time", Sql.timestamp(time))
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(SignedCheckpoint::parse)
                .toList();
    }

    void add(SignedCheckpoint signed) {
        jdbc.sql("insert into audit_checkpoint (size, at, note) values (:size, :at, :note)")
                .param("size", signed.checkpoint().size())
                .param("at", Sql.timestamp(signed.checkpoint().at()))
                .param("note", signed.text())
                .update();
    }
}
