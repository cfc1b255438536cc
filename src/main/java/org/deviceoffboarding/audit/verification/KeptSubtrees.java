package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.deviceoffboarding.audit.tree.Frontier;
import org.deviceoffboarding.audit.tree.MerkleTree;

/** The complete subtrees of the log by what is kept of them, leaves and tiles; whether these are right is another question. */
final class KeptSubtrees {

    private static final int TILE_HEIGHT = 8;

    /** Of more entries than that there are none. */
    private static final int HIGHEST_LEVEL = 7;

    private static final String LEAVES =
            "select leaf_hash from audit_leaf where 0 = ? and number > ? and number <= ? order by number";

    private static final String TILES =
            "select hash from audit_tile where level = ? and position >= ? and position < ? order by position";

    private final Connection connection;

    KeptSubtrees(Connection connection) {
        this.connection = connection;
    }

    /**
     * Returns the edge of a part of the tree, whose leaves may be subtrees themselves.
     *
     * @param count how many of these there are
     * @param height theirs; 0 where they are leaves
     * @param start behind how many entries the part begins
     * @throws UnreadableTreeException if something is missing, or the database does not answer
     */
    Frontier frontier(long count, int height, long start) {
        return new MerkleTree(count, (above, position) -> root(above + height, position + (start >>> (above + height))))
                .frontier();
    }

    private byte[] root(int height, long position) {
        int level = Math.min(height / TILE_HEIGHT, HIGHEST_LEVEL);
        int above = height - level * TILE_HEIGHT;
        Frontier subtree = new Frontier();
        try (PreparedStatement statement = connection.prepareStatement(level == 0 ? LEAVES : TILES)) {
            statement.setInt(1, level);
            statement.setLong(2, position << above);
            statement.setLong(3, (position + 1) << above);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    subtree.append(row.getBytes(1));
                }
            }
        } catch (SQLException e) {
            throw new UnreadableTreeException("A subtree of the log can't be read", e);
        }
        if (subtree.size() != 1L << above) {
            throw new UnreadableTreeException("A subtree of the log lacks a hash", null);
        }
        return subtree.root();
    }
}
