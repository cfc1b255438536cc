package org.deviceoffboarding.inventory.copy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.base.database.SchemaGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Drops the tables of copies that are no longer known. A copy that pages may read is detached first, which waits for whoever
 * still reads and lets everybody else in: a plain {@code drop} would queue every page behind one open reader.
 */
@Component
public class OldCopies {

    private static final Logger log = LoggerFactory.getLogger(OldCopies.class);

    /** How long a reader is waited for. What is still read then is left to the next time. */
    private static final String PATIENCE = "2s";

    /** Locked; in use; a deadlock, which was broken here; dropped by another node meanwhile; being detached by another node. */
    private static final Set<String> IN_USE = Set.of("55P03", "55006", "40P01", "42P01", "55000");

    /** A table has one part at most that is being detached, and none else can be meanwhile: that goes first. */
    private static final String TABLES = """
            select '%1$s.' || c.relname as name, c.relispartition, coalesce(i.inhdetachpending, false) as detaching, p.relname as parent
            from pg_class p
                join pg_class c on c.relnamespace = '%1$s'::regnamespace and c.relkind = 'r'
                    and c.relname ~ ('^' || p.relname || '_[0-9]+$')
                left join pg_inherits i on i.inhrelid = c.oid
            where p.oid in (%2$s)
              and not exists (
                select from inventory known
                where known.run_id = cast(substring(c.relname from '[0-9]+$') as bigint))
            order by detaching desc, c.relname
            """.formatted(
                    SchemaGuard.COPIES,
                    String.join(
                            ", ",
                            CopyTables.NAMES.stream()
                                    .map(table -> "'" + table + "'::regclass")
                                    .toList()));

    private final JdbcTemplate jdbc;

    OldCopies(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Left(String table, String parent, boolean attached, boolean detaching) {

        List<String> statements() {
            List<String> statements = new ArrayList<>(2);
            if (detaching) {
                statements.add("alter table " + parent + " detach partition " + table + " finalize");
            } else if (attached) {
                statements.add("alter table " + parent + " detach partition " + table + " concurrently");
            }
            statements.add("drop table " + table);
            return statements;
        }
    }

    /**
     * Drops what nobody reads any more. Never fails for what is still read, or what another node drops: it may be called again.
     * Not in a transaction.
     *
     * @return whether all that is to go is gone
     */
    public boolean drop() {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set lock_timeout = '" + PATIENCE + "'");
                try {
                    return drop(statement);
                } finally {
                    statement.execute("reset lock_timeout");
                }
            }
        }));
    }

    private static boolean drop(Statement statement) throws SQLException {
        boolean all = true;
        for (Left left : left(statement)) {
            try {
                for (String each : left.statements()) {
                    statement.execute(each);
                }
            } catch (SQLException e) {
                if (!IN_USE.contains(e.getSQLState())) {
                    throw e;
                }
                all = false;
                log.atInfo()
                        .addKeyValue("table", left.table())
                        .log("A copy of an earlier run stays for now: {}", e.getMessage());
            }
        }
        return all;
    }

    private static List<Left> left(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            List<Left> left = new ArrayList<>();
            while (rows.next()) {
                left.add(new Left(
                        rows.getString("name"),
                        rows.getString("parent"),
                        rows.getBoolean("relispartition"),
                        rows.getBoolean("detaching")));
            }
            return left;
        }
    }
}
