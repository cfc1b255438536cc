package org.deviceoffboarding.secrets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** Everything that is in the tables of a database, as text: a row is a line, and tabulators are between its columns. */
final class TableDump {

    private static final String UNDEFINED_TABLE = "42P01";

    private static final String TABLES = """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                   array(select a.attname::text from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
              and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
            order by 1
            """;

    private final Connection connection;

    TableDump(Connection connection) {
        this.connection = connection;
    }

    void each(Reader reader) {
        for (Table table : tables()) {
            reader.read(table.name(), table.columns(), sink -> copy(table.name(), sink));
        }
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(
                        new Table(rows.getString(1), (String[]) rows.getArray(2).getArray()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The tables of the database can't be listed", e);
        }
        return tables;
    }

    /** A run may drop its own tables meanwhile. */
    private void copy(String table, OutputStream sink) {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select * from " + table + ") to stdout", sink);
        } catch (SQLException e) {
            if (!UNDEFINED_TABLE.equals(e.getSQLState())) {
                throw new IllegalStateException("The table " + table + " can't be read", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Table(String name, String[] columns) {}

    /** Is handed one table after the other. */
    interface Reader {

        void read(String table, String[] columns, Copy copy);
    }

    /** Writes a table's rows out. */
    interface Copy {

        void to(OutputStream sink);
    }
}
