package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.deviceoffboarding.audit.tree.Frontier;

/**
 * The edge of the tree at a size from which a verification goes on.
 *
 * @param parts over the whole parts before it
 * @param part over the entries before it in its own part
 * @param root of the tree at this size
 * @param lastRow the highest row among the last entries before it
 */
record Anchor(Frontier parts, Frontier part, byte[] root, long lastRow) {

    /** Reads it from what is kept of the tree, which may be wrong: the root tells. */
    static Anchor at(Connection connection, long size) throws SQLException {
        KeptSubtrees stored = new KeptSubtrees(connection);
        long start = size / LogPart.SIZE * LogPart.SIZE;
        Frontier parts = stored.frontier(start / LogPart.SIZE, LogPart.HEIGHT, 0);
        Frontier part = stored.frontier(size - start, 0, start);
        Frontier whole = parts.copy();
        if (size > start) {
            whole.append(part.root());
        }
        return new Anchor(parts, part, whole.root(), lastRow(connection, size));
    }

    private static long lastRow(Connection connection, long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select coalesce(max(entry_id), 0) from audit_leaf where number > ? and number <= ?")) {
            statement.setLong(1, size - LogPart.SIZE);
            statement.setLong(2, size);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
