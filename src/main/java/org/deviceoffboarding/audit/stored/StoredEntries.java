package org.deviceoffboarding.audit.stored;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads entries in the order of their IDs, each with its devices. One row is in memory, and the devices of a few thousand. */
public final class StoredEntries {

    private static final int DEVICES_AT_ONCE = 100_000;

    /** Which entries: their key, and where they and their devices are. */
    private enum Source {
        ALL("e.id", "audit_entry e", "d.entry_id", "audit_entry_device d"),
        WAITING(
                "u.entry_id",
                "audit_unsealed u join audit_entry e on e.id = u.entry_id",
                "u.entry_id",
                "audit_unsealed u join audit_entry_device d on d.entry_id = u.entry_id"),
        REFUSED(
                "r.entry_id",
                "audit_refused r join audit_entry e on e.id = r.entry_id",
                "r.entry_id",
                "audit_refused r join audit_entry_device d on d.entry_id = r.entry_id");

        private final String key;
        private final String tables;
        private final String keyOfDevice;
        private final String tablesOfDevices;

        Source(String key, String tables, String keyOfDevice, String tablesOfDevices) {
            this.key = key;
            this.tables = tables;
            this.keyOfDevice = keyOfDevice;
            this.tablesOfDevices = tablesOfDevices;
        }

        String entries(long from, long until, boolean words) {
            return "select " + StoredEntry.COLUMNS + (words ? StoredEntry.WORDS_COLUMN : "")
                    + from(tables, key, from, until) + " order by " + key;
        }

        String devices(long from, long until) {
            return "select " + StoredDevices.COLUMNS + from(tablesOfDevices, keyOfDevice, from, until) + " order by "
                    + keyOfDevice + ", d.object_id";
        }

        private static String from(String tables, String key, long from, long until) {
            return " from %1$s where %2$s >= '%3$d'::bigint and %2$s <= '%4$d'::bigint"
                    .formatted(tables, key, from, until);
        }
    }

    private final Connection connection;
    private final Source source;
    private final boolean words;
    private final StoredDevices devices;

    private StoredEntries(Connection connection, Source source, long devicesAtOnce) {
        this(connection, source, false, devicesAtOnce);
    }

    private StoredEntries(Connection connection, Source source, boolean words, long devicesAtOnce) {
        this.connection = connection;
        this.source = source;
        this.words = words;
        this.devices = new StoredDevices(connection, source::devices, devicesAtOnce);
    }

    /** @param devicesAtOnce so many are in memory, unless one entry has more */
    public static StoredEntries all(Connection connection, int devicesAtOnce) {
        return new StoredEntries(connection, Source.ALL, devicesAtOnce);
    }

    /** All that are there. */
    public static StoredEntries all(Connection connection) {
        return all(connection, DEVICES_AT_ONCE);
    }

    /** All that are there, with the words that searches find them by, which have to be as the migrations made them. */
    public static StoredEntries allWithWords(Connection connection) {
        return new StoredEntries(connection, Source.ALL, true, DEVICES_AT_ONCE);
    }

    /** Those that wait for a number. */
    public static StoredEntries waiting(Connection connection) {
        return new StoredEntries(connection, Source.WAITING, DEVICES_AT_ONCE);
    }

    /** Those that are never sealed. */
    public static StoredEntries refused(Connection connection) {
        return new StoredEntries(connection, Source.REFUSED, DEVICES_AT_ONCE);
    }

    /** Is given one entry after the other. */
    @FunctionalInterface
    public interface Reader {

        /** @param entry as long as this goes on */
        void read(StoredEntry entry);
    }

    /** Reads those whose IDs are from one up to another. */
    public void read(long first, long last, Reader reader) throws SQLException {
        long from = first;
        long until;
        do {
            until = devices.read(from, last);
            entries(from, until, reader);
            from = until + 1;
        } while (until < last);
    }

    private void entries(long from, long until, Reader reader) throws SQLException {
        try (CopiedRows rows =
                CopiedRows.of(connection, source.entries(from, until, words), StoredEntry.COUNT + (words ? 1 : 0))) {
            StoredEntry entry = new StoredEntry(rows, devices);
            while (rows.next()) {
                reader.read(entry);
            }
        }
    }
}
