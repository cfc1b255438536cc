package org.deviceoffboarding.audit.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.deviceoffboarding.audit.stored.StoredEntries;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * Computes the leaves of entries that wait from what they say, as verifying does. The hash that stands beside an entry is whatever the one
 * who stored it said; what has another was not stored by the portal.
 */
@Repository
class WaitingLeaves {

    private static final String BY_KEYS = """
            set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_seqscan = off; set local jit = off
            """;

    private static final String AS_BEFORE = """
            set local enable_hashjoin to default; set local enable_mergejoin to default; set local enable_seqscan to default;
            set local jit to default
            """;

    private final JdbcTemplate jdbc;

    WaitingLeaves(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
    }

    /**
     * Returns those of the entries that fit their hashes, in their order. To be called in a transaction, in which it reads.
     *
     * @param entries their IDs, in order
     */
    List<FittingLeaf> fitting(List<Long> entries) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<FittingLeaf> read =
                jdbc.execute((ConnectionCallback<List<FittingLeaf>>) connection -> read(connection, entries));
        return wanted(read == null ? List.of() : read, entries);
    }

    private static List<FittingLeaf> read(Connection connection, List<Long> entries) throws SQLException {
        long first = entries.getFirst();
        long last = entries.getLast();
        boolean nearlyAll = last - first < 2L * entries.size(); // so that none has to be looked up
        List<FittingLeaf> read = new ArrayList<>();
        try (Statement planning = connection.createStatement()) {
            planning.execute(BY_KEYS);
            (nearlyAll ? StoredEntries.all(connection) : StoredEntries.waiting(connection)).read(first, last, entry -> {
                byte[] leaf = entry.leaf();
                if (leaf != null) {
                    read.add(new FittingLeaf(entry.id(), leaf));
                }
            });
            planning.execute(AS_BEFORE);
        }
        return read;
    }

    /** What was committed between them meanwhile is left to the next batch. */
    private static List<FittingLeaf> wanted(List<FittingLeaf> read, List<Long> entries) {
        List<FittingLeaf> wanted = new ArrayList<>(read.size());
        int nth = 0;
        for (FittingLeaf leaf : read) {
            while (nth < entries.size() && entries.get(nth) < leaf.entryId()) {
                nth++;
            }
            if (nth < entries.size() && entries.get(nth) == leaf.entryId()) {
                wanted.add(leaf);
            }
        }
        return wanted;
    }
}
