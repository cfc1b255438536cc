package org.deviceoffboarding.bench.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.tree.Frontier;
import org.deviceoffboarding.base.Sql;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tree over entries that were generated: leaves, tiles and checkpoints as the sealer would have written them, read and written as
 * streams and without its transactions.
 */
final class GeneratedTree {

    private static final int HEIGHT = 8;

    /** So many entries have a checkpoint. */
    private static final long SEALED_TOGETHER = 10_000;

    private static final int BUFFER = 1 << 16;
    private static final HexFormat HEX = HexFormat.of();

    private final LogDatabase database;
    private final JdbcClient jdbc;
    private final Frontier frontier;
    private final StringBuilder leaves = new StringBuilder();
    private final StringBuilder tiles = new StringBuilder();
    private Instant sealedAt;

    /** Goes on from what is sealed. */
    GeneratedTree(LogDatabase database) {
        this.database = database;
        this.jdbc = JdbcClient.create(database.connections());
        this.frontier =
                database.sealing().tree().at(database.sealing().tree().size()).frontier();
        this.sealedAt = jdbc.sql("select max(at) as at from audit_checkpoint")
                .query((row, number) -> Sql.instant(row, "at"))
                .single();
    }

    /** Seals all entries from an ID on, in the order of storing. */
    void over(long firstId) throws SQLException {
        triggers("disable"); // each looks at what is not committed yet on the other connection
        copy(firstId);
        triggers("enable");
        if (frontier.size() % SEALED_TOGETHER != 0) {
            sign();
        }
    }

    private void triggers(String what) {
        for (String table : List.of("audit_leaf", "audit_tile", "audit_checkpoint")) {
            jdbc.sql("alter table " + table + " " + what + " trigger user").update();
        }
    }

    private void copy(long firstId) throws SQLException {
        try (Connection reading = database.connections().getConnection();
                Connection leafRows = database.connections().getConnection();
                Connection tileRows = database.connections().getConnection();
                var hashes =
                        reading.prepareStatement("select id, leaf_hash from audit_entry where id >= ? order by id")) {
            reading.setAutoCommit(false);
            hashes.setFetchSize(10_000);
            hashes.setLong(1, firstId);
            CopyIn toLeaves = copy(leafRows, "audit_leaf (number, entry_id, leaf_hash)");
            CopyIn toTiles = copy(tileRows, "audit_tile (level, position, hash)");
            try (var rows = hashes.executeQuery()) {
                while (rows.next()) {
                    append(rows.getLong(1), rows.getBytes(2));
                    if (leaves.length() > BUFFER) {
                        write(toLeaves, leaves);
                        write(toTiles, tiles);
                    }
                }
            }
            write(toLeaves, leaves);
            write(toTiles, tiles);
            toLeaves.endCopy();
            toTiles.endCopy();
            reading.rollback();
        }
    }

    private void append(long id, byte[] leaf) {
        frontier.append(leaf, (height, position, root) -> {
            if (height > 0 && height % HEIGHT == 0) {
                row(tiles, height / HEIGHT, position, root);
            }
        });
        row(leaves, frontier.size(), id, leaf);
        if (frontier.size() % SEALED_TOGETHER == 0) {
            sign();
        }
    }

    private static void row(StringBuilder rows, long first, long second, byte[] hash) {
        rows.append(first)
                .append('\t')
                .append(second)
                .append("\t\\\\x")
                .append(HEX.formatHex(hash))
                .append('\n');
    }

    private static CopyIn copy(Connection connection, String table) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
    }

    private static void write(CopyIn copy, StringBuilder rows) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.US_ASCII);
        copy.writeToCopy(bytes, 0, bytes.length);
        rows.setLength(0);
    }

    /** Each is later than the one before. */
    private void sign() {
        sealedAt = sealedAt.plus(1, ChronoUnit.MICROS);
        SignedCheckpoint signed = database.key()
                .sign(new Checkpoint(database.sealing().origin(), frontier.size(), frontier.root(), sealedAt));
        jdbc.sql("insert into audit_checkpoint (size, at, note) values (:size, :at, :note)")
                .param("size", frontier.size())
                .param("at", Sql.timestamp(sealedAt))
                .param("note", signed.text())
                .update();
    }
}
