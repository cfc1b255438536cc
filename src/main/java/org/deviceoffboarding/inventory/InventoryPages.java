package org.deviceoffboarding.inventory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.deviceoffboarding.inventory.table.CopyTable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores pages of the inventory by COPY, each in a short transaction of its own. */
@Repository
class InventoryPages {

    private final JdbcTemplate jdbc;

    InventoryPages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a page. What the run's copy holds already is left as it is: listings may replay objects.
     *
     * @return how many objects were new
     */
    @Transactional
    public <T> int store(long runId, CopyTable<T> table, List<T> objects) {
        if (objects.isEmpty()) {
            return 0;
        }
        Integer stored = jdbc.execute((ConnectionCallback<Integer>) connection -> {
            String page = "pg_temp." + table.name() + "_page";
            copy(connection, table, page, table.rows(runId, objects));
            remember(connection, table, page);
            return insertNew(connection, table, page);
        });
        return stored == null ? 0 : stored;
    }

    /** Removes what a run holds of one kind; returns how much that was. */
    @Transactional
    public int clear(long runId, CopyTable<?> table) {
        return jdbc.update("delete from " + table.name() + " where run_id = ?", runId);
    }

    /** Goes by way of a temporary table: COPY itself fails on the first object that is there already. */
    private static void copy(Connection connection, CopyTable<?> table, String page, String rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local client_min_messages = warning");
            statement.execute("create temporary table if not exists " + page.substring("pg_temp.".length()) + " (like "
                    + table.name() + ") on commit delete rows");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + page + " (run_id, " + table.columns() + ") from stdin", new StringReader(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remember(Connection connection, CopyTable<?> table, String page) throws SQLException {
        if (table.remembering() != null) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(table.remembering().formatted(page));
            }
        }
    }

    private static int insertNew(Connection connection, CopyTable<?> table, String page) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(
                    "insert into %1$s (run_id, %2$s) select run_id, %2$s from %3$s on conflict do nothing"
                            .formatted(table.name(), table.columns(), page));
        }
    }
}
