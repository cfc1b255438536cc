package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.deviceoffboarding.audit.content.EntryContent;
import org.deviceoffboarding.audit.tree.TreeHash;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Reads the leaves of some numbers in their order, each with the entry that stands there for it now and the entry's devices: two
 * streams side by side on one connection, of which a few rows are in memory.
 */
final class StoredEntries implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String ENTRY = """
            e.id, e.leaf_hash, e.at, e.actor_id, e.actor_name, e.action, e.result, e.subject, e.summary, e.details, e.format
            """;

    private static final String SEALED = "select l.number, l.leaf_hash, " + ENTRY + """
            from audit_leaf l left join audit_entry e on e.id = l.entry_id
            where l.number > ? and l.number <= ? order by l.number
            """;

    private static final String SEALED_DEVICES = """
            select l.number, d.object_id, d.device_id, d.name
            from audit_leaf l join audit_entry_device d on d.entry_id = l.entry_id
            where l.number > ? and l.number <= ? order by l.number
            """;

    private static final String WAITING = "select u.entry_id, e.leaf_hash, " + ENTRY + """
            from audit_unsealed u join audit_entry e on e.id = u.entry_id
            where u.entry_id > ? and u.entry_id <= ? order by u.entry_id
            """;

    private static final String WAITING_DEVICES = """
            select u.entry_id, d.object_id, d.device_id, d.name
            from audit_unsealed u join audit_entry_device d on d.entry_id = u.entry_id
            where u.entry_id > ? and u.entry_id <= ? order by u.entry_id
            """;

    private final TreeHash hash = new TreeHash();
    private final PreparedStatement statement;
    private final ResultSet row;
    private final StoredDevices devices;

    private StoredEntries(Connection connection, String entries, String devices, long after, long last)
            throws SQLException {
        this.statement = statement(connection, entries, after, last);
        this.devices = new StoredDevices(statement(connection, devices, after, last));
        this.row = statement.executeQuery();
    }

    /** Opens the entries of the numbers behind one, up to another. */
    static StoredEntries sealed(Connection connection, long after, long last) throws SQLException {
        return new StoredEntries(connection, SEALED, SEALED_DEVICES, after, last);
    }

    /** Opens those that wait for a number; what is their number elsewhere is their row's ID here. */
    static StoredEntries waiting(Connection connection) throws SQLException {
        return new StoredEntries(connection, WAITING, WAITING_DEVICES, 0, Long.MAX_VALUE);
    }

    private static PreparedStatement statement(Connection connection, String sql, long after, long last)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(ROWS_AT_ONCE);
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1); // binary from the first row on
        statement.setLong(1, after);
        statement.setLong(2, last);
        return statement;
    }

    /** Goes to the next leaf; returns false behind the last. */
    boolean next() throws SQLException {
        return row.next();
    }

    long number() throws SQLException {
        return row.getLong(1);
    }

    byte[] leaf() throws SQLException {
        return row.getBytes(2);
    }

    /** Returns whether the leaf's entry is there. */
    boolean hasEntry() throws SQLException {
        row.getLong(3);
        return !row.wasNull();
    }

    OffsetDateTime at() throws SQLException {
        return row.getObject(5, OffsetDateTime.class);
    }

    /** Returns what the entry's leaf would be by what it says now; null if it says what no entry can. */
    byte @Nullable [] leafByContent() throws SQLException {
        try {
            return hash.leaf(new EntryContent(
                            row.getInt(13),
                            at().toInstant(),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            row.getString(10),
                            row.getString(11),
                            DetailsJson.read(row.getString(12)),
                            devices.of(number()))
                    .bytes());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Returns the leaf that stands beside the entry itself. */
    byte[] leafOfEntry() throws SQLException {
        return row.getBytes(4);
    }

    @Override
    public void close() throws SQLException {
        try (statement;
                devices) {
            row.close();
        }
    }
}
