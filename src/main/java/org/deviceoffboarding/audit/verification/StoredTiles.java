package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The tiles that the database has of a part of the log. */
final class StoredTiles {

    private static final int TILE_HEIGHT = 8;

    private record Place(int level, long position) {}

    private final Map<Place, byte[]> hashes = new HashMap<>();

    private StoredTiles() {}

    /** Reads those of one level: of positions from one, up to but not another. */
    StoredTiles with(Connection connection, int level, long from, long until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select position, hash from audit_tile where level = ? and position >= ? and position < ?")) {
            statement.setInt(1, level);
            statement.setLong(2, from);
            statement.setLong(3, until);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    hashes.put(new Place(level, row.getLong(1)), row.getBytes(2));
                }
            }
        }
        return this;
    }

    static StoredTiles none() {
        return new StoredTiles();
    }

    /** Reads those of complete subtrees within a part. */
    static StoredTiles of(Connection connection, LogPart part) throws SQLException {
        StoredTiles tiles = none();
        for (int level = 1; level * TILE_HEIGHT <= LogPart.HEIGHT; level++) {
            int height = level * TILE_HEIGHT;
            tiles.with(connection, level, part.start() >>> height, part.end() >>> height);
        }
        return tiles;
    }

    /** Returns whether a tile is there and is this. */
    boolean has(int level, long position, byte[] hash) {
        return Arrays.equals(hash, hashes.get(new Place(level, position)));
    }
}
