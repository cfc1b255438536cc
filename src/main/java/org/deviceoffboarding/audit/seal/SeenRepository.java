package org.deviceoffboarding.audit.seal;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.base.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps in the database what files of checkpoints had. Rows are only added. */
@Repository
class SeenRepository {

    /** Of more of them somebody put most there. */
    private static final int LOOKED_AT = 1_000;

    private final JdbcClient jdbc;

    SeenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A row, which anybody may have added who can write to the database.
     *
     * @param signed what counts
     */
    record Row(Instant at, String signed) {}

    /** Returns those of a portal's file in a folder, the newest first. */
    List<Row> of(String node, String folder) {
        return jdbc.sql("""
                select at, signed from audit_checkpoint_file where node = :node and folder = :folder
                order by id desc limit :most
                """)
                .param("node", node)
                .param("folder", folder)
                .param("most", LOOKED_AT)
                .query((row, number) -> new Row(Sql.instant(row, "at"), row.getString("signed")))
                .list();
    }

    /** Returns those of a portal's files in other folders, the newest first. */
    List<Row> elsewhere(String node, String folder) {
        return jdbc.sql("""
                select at, signed from audit_checkpoint_file where node = :node and folder <> :folder
                order by id desc limit :most
                """)
                .param("node", node)
                .param("folder", folder)
                .param("most", LOOKED_AT)
                .query((row, number) -> new Row(Sql.instant(row, "at"), row.getString("signed")))
                .list();
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
