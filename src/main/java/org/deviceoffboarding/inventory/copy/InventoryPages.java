package org.deviceoffboarding.inventory.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.deviceoffboarding.inventory.table.CopyTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores pages of the inventory by COPY, each in a short transaction of its own. */
@Component
public class InventoryPages {

    private final JdbcTemplate jdbc;

    InventoryPages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a page of what a run reads, in a table that is still being filled. Listings may replay objects: see
     * {@link CopyTables#distinct}.
     *
     * @return how many objects these were
     */
    @Transactional
    public <T> int load(long runId, CopyTable<T> table, List<T> objects) {
        if (!objects.isEmpty()) {
            jdbc.execute(
                    (Connection connection) -> load(connection, CopyTables.of(table.name(), runId), table, objects));
        }
        return objects.size();
    }

    private static <T> @Nullable Void load(Connection connection, String own, CopyTable<T> table, List<T> objects)
            throws SQLException {
        if (table.remembering() == null) {
            table.into(own).write(connection, objects);
        } else {
            String page = page(connection, table);
            table.into(page).write(connection, objects);
            update(connection, table.remembering().formatted(page));
            update(
                    connection,
                    "insert into %1$s (%2$s) select %2$s from %3$s".formatted(own, table.columnList(), page));
        }
        return null;
    }

    /** Adds objects to a run's copy that was read to its end. What it holds already is left as it is. */
    @Transactional
    public <T> void add(long runId, CopyTable<T> table, List<T> objects) {
        if (objects.isEmpty()) {
            return;
        }
        jdbc.execute((Connection connection) -> {
            String page = page(connection, table);
            table.into(page).write(connection, objects);
            update(
                    connection,
                    "insert into %1$s (run_id, %2$s) select %3$d, %2$s from %4$s on conflict do nothing"
                            .formatted(table.name(), table.columnList(), runId, page));
            return null;
        });
    }

    /** Makes a table for the rest of the transaction: COPY itself fails on the first object that is there already. */
    private static String page(Connection connection, CopyTable<?> table) throws SQLException {
        String name = table.name() + "_page";
        update(connection, "set local client_min_messages = warning");
        update(
                connection,
                "create temporary table if not exists %s on commit delete rows as select %s from %s with no data"
                        .formatted(name, table.columnList(), table.name()));
        return "pg_temp." + name;
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
