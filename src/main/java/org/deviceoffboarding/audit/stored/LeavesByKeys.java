package org.deviceoffboarding.audit.stored;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Reads a few of many entries by their keys, in the caller's transaction: the planner must not read the whole log for them. */
public final class LeavesByKeys {

    private static final String BY_KEYS = """
            set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_seqscan = off; set local jit = off
            """;

    private static final String AS_BEFORE = """
            set local enable_hashjoin to default; set local enable_mergejoin to default; set local enable_seqscan to default;
            set local jit to default
            """;

    private LeavesByKeys() {}

    /** Reads those whose IDs are from one up to another. */
    public static void read(
            Connection connection, StoredEntries entries, long first, long last, StoredEntries.Reader reader)
            throws SQLException {
        try (Statement planning = connection.createStatement()) {
            planning.execute(BY_KEYS);
            entries.read(first, last, reader);
            planning.execute(AS_BEFORE);
        }
    }
}
