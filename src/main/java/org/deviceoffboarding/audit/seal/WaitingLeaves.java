package org.deviceoffboarding.audit.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.deviceoffboarding.audit.stored.LeavesByKeys;
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
        StoredEntries stored = nearlyAll ? StoredEntries.all(connection) : StoredEntries.waiting(connection);
        LeavesByKeys.read(connection, stored, first, last, entry -> {
            byte[] leaf = entry.leaf();
            if (leaf != null) {
                read.add(new FittingLeaf(entry.id(), leaf));
            }
        });
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
