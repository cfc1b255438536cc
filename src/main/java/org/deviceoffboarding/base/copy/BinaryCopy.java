package org.deviceoffboarding.base.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows by PostgreSQL's COPY in its binary form, in the transaction of the connection.
 *
 * @param table its name
 * @param columns separated by commas
 * @param values writes each column of an object, in their order
 */
public record BinaryCopy<T>(String table, String columns, BiConsumer<BinaryRow, T> values) {

    private static final int AT_ONCE = 64 * 1024;

    /** Writes all of these, or fails; then the transaction can only be rolled back. Nothing is sent where there are none. */
    public void write(Connection connection, Iterable<T> objects) throws SQLException {
        if (!objects.iterator().hasNext()) {
            return;
        }
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + columns + ") from stdin (format binary)");
        try {
            var row = new BinaryRow(columns.split(",", -1).length);
            for (T object : objects) {
                row.begin();
                values.accept(row, object);
                if (row.size() >= AT_ONCE) {
                    row.sendTo(copy);
                }
            }
            row.finish();
            row.sendTo(copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
