package org.deviceoffboarding.audit.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps in the database what files of checkpoints had. Rows are only added. */
@Repository
class SeenRepository {

    private final JdbcClient jdbc;

    SeenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row, which anybody may have added who can write to the database.
     *
     * @param signed what counts
     */
    record Row(long id, String signed) {}

    /** Returns the highest row; 0 where there is none. */
    long last() {
        return jdbc.sql("select coalesce(max(id), 0) from audit_checkpoint_file")
                .query(Long.class)
                .single();
    }

    /** Returns the next below a row, the newest first, whosever they are. */
    List<Row> below(long id, int most) {
        return jdbc.sql("select id, signed from audit_checkpoint_file where id < :id order by id desc limit :most")
                .param("id", id)
                .param("most", most)
                .query((row, number) -> new Row(row.getLong("id"), row.getString("signed")))
                .list();
    }

    /** Returns of when the newest says to be that is said to be of a portal's file in a folder. */
    Optional<Instant> newestOf(String node, String folder) {
        return jdbc.sql("""
                select at from audit_checkpoint_file where node = :node and folder = :folder order by id desc limit 1
                """)
                .param("node", node)
                .param("folder", folder)
                .query((row, number) -> Sql.instant(row, "at"))
                .optional();
    }

    /** Returns whether other portals added to files. */
    boolean hasOthers(String node) {
        return jdbc.sql("select exists (select from audit_checkpoint_file where node <> :node)")
                .param("node", node)
                .query(Boolean.class)
                .single();
    }

    void add(Instant at, SeenCheckpoints seen, String signed) {
        jdbc.sql("""
                insert into audit_checkpoint_file (at, node, folder, signed) values (:at, :node, :folder, :signed)
                """)
                .param("at", Sql.timestamp(at))
                .param("node", seen.node())
                .param("folder", seen.folder())
                .param("signed", signed)
                .update();
    }
}
