package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.deviceoffboarding.audit.stored.StoredEntries;
import org.jspecify.annotations.Nullable;

/** Looks at what has no number: what waits for one, and what should not be there. */
final class LogRemains {

    private static final String INSERTED = """
            select e.id, e.at from audit_entry e
            where e.id > ?
                and not exists (select from audit_leaf l where l.entry_id = e.id and l.entry_id > ?)
                and not exists (select from audit_unsealed u where u.entry_id = e.id and u.entry_id > ?)
                and not exists (select from audit_refused f where f.entry_id = e.id and f.entry_id > ?)
            order by e.id limit ?
            """;

    private static final String STRAY_DEVICES = """
            select distinct entry_id from audit_entry_device d
            where entry_id > ? and not exists (select from audit_entry e where e.id = d.entry_id and e.id > ?)
            order by entry_id limit ?
            """;

    /** What somebody locked the sealer can't take away when it has its number; that changes nothing. */
    private static final String WAITING_WRONGLY = """
            select entry_id from audit_unsealed u
            where not exists (select from audit_entry e where e.id = u.entry_id)
                or u.xmax = '0'::xid and exists (select from audit_leaf l where l.entry_id = u.entry_id)
            order by entry_id limit ?
            """;

    private static final String WAITING = """
            select count(*), min(e.at) from audit_unsealed u join audit_entry e on e.id = u.entry_id
            where not exists (select from audit_leaf l where l.entry_id = u.entry_id)
            """;

    private LogRemains() {}

    /** @param oldest since when the oldest waits; null where none does */
    record Waiting(long entries, @Nullable Instant oldest) {}

    static Waiting waiting(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITING);
                ResultSet row = statement.executeQuery()) {
            row.next();
            Timestamp oldest = row.getTimestamp(2);
            return new Waiting(row.getLong(1), oldest == null ? null : oldest.toInstant());
        }
    }

    /**
     * Finds what is not of this log among all entries and devices.
     *
     * @param last the row behind which to look; 0 for all, whose keys are no portal's if they are not above it
     */
    static List<Misfit> strangers(Connection connection, long last) throws SQLException {
        long after = last == 0 ? Long.MIN_VALUE : last;
        List<Misfit> misfits = new ArrayList<>();
        each(
                connection,
                INSERTED,
                row -> misfits.add(
                        Misfits.inserted(row.getLong(1), row.getTimestamp(2).toInstant())),
                after,
                after,
                after,
                after);
        each(connection, STRAY_DEVICES, row -> misfits.add(Misfits.strayDevice(row.getLong(1))), after, after);
        return misfits;
    }

    /** Finds what waits and should not. */
    static List<Misfit> waitingWrongly(Connection connection) throws SQLException {
        List<Misfit> misfits = new ArrayList<>();
        each(connection, WAITING_WRONGLY, row -> misfits.add(Misfits.waitingWrongly(row.getLong(1))));
        return misfits;
    }

    /** @param connection whose statements all see the same */
    static List<Misfit> changedWaiting(Connection connection) throws SQLException {
        List<Misfit> misfits = new ArrayList<>();
        StoredEntries.waiting(connection).read(Long.MIN_VALUE, Long.MAX_VALUE, entry -> {
            if (entry.leaf() == null) {
                misfits.add(Misfits.changedUnsealed(entry.id(), entry.at()));
            }
        });
        return misfits;
    }

    /**
     * Finds what is kept from being sealed though it fits its hash, so that no sealer refused it.
     *
     * @param connection whose statements all see the same
     */
    static MisfitTally refusedWrongly(Connection connection) throws SQLException {
        MisfitTally wrongly = new MisfitTally();
        StoredEntries.refused(connection).read(Long.MIN_VALUE, Long.MAX_VALUE, entry -> {
            if (entry.leaf() != null) {
                wrongly.add(Misfits.refusedWrongly(entry.id(), entry.at()));
            }
        });
        return wrongly;
    }

    @FunctionalInterface
    private interface Row {

        void read(ResultSet row) throws SQLException;
    }

    /** @param places the rows behind which each part of the query looks */
    private static void each(Connection connection, String sql, Row reader, long... places) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int parameter = 0;
            for (long place : places) {
                statement.setLong(++parameter, place);
            }
            statement.setInt(++parameter, LogFindings.MISFITS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }
}
