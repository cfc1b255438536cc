package org.deviceoffboarding.audit.stored;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.deviceoffboarding.audit.content.CanonicalWriter;
import org.deviceoffboarding.audit.content.EntryForm;
import org.jspecify.annotations.Nullable;

/** The devices of some entries, as they stand in the entries' contents: read before the entries, as many as memory is meant to hold. */
final class StoredDevices {

    /** What is selected from {@code audit_entry_device d}, in types that the table may no longer have. */
    static final String COLUMNS = "d.entry_id::bigint, d.object_id::uuid, d.device_id::uuid, d.name::text";

    private static final int ENTRY = 0;
    private static final int OBJECT = 1;
    private static final int DEVICE = 2;
    private static final int NAME = 3;
    private static final int COUNT = 4;

    @FunctionalInterface
    interface Query {

        /** Returns the query for the devices of entries whose IDs are from one up to another, in their order. */
        String of(long from, long until);
    }

    private final CanonicalWriter written = new CanonicalWriter();
    private final Connection connection;
    private final Query query;
    private final long most;
    private long[] entries = new long[1_024];
    private int[] ends = new int[1_024];
    private int count;
    private int passed;

    /** @param most so many are read at once, unless one entry has more */
    StoredDevices(Connection connection, Query query, long most) {
        this.connection = connection;
        this.query = query;
        this.most = most;
    }

    /**
     * Reads those of entries whose IDs are from one up to another, or of the first of these.
     *
     * @return up to which ID they were read
     */
    long read(long first, long last) throws SQLException {
        if (read(first, last, most) < most) {
            return last;
        }
        if (count == 1) {
            long entry = entries[0];
            read(entry, entry, Long.MAX_VALUE);
            return entry;
        }
        count--; // there may be more of it
        return entries[count] - 1;
    }

    private long read(long first, long last, long limit) throws SQLException {
        written.clear();
        count = 0;
        passed = 0;
        long devices = 0;
        try (CopiedRows rows = CopiedRows.of(connection, query.of(first, last) + " limit " + limit, COUNT)) {
            for (; rows.next(); devices++) {
                add(rows);
            }
        }
        return devices;
    }

    private void add(CopiedRows rows) {
        long entry = rows.number(ENTRY);
        boolean another = count == 0 || entries[count - 1] != entry;
        if (another) {
            begin(entry);
        }
        UUID object = rows.uuid(OBJECT);
        if (object == null || rows.isNull(NAME)) {
            written.nothing(); // no entry was hashed with that
        } else {
            device(rows, another, object, rows.uuid(DEVICE));
        }
        ends[count - 1] = written.position();
    }

    private void device(CopiedRows rows, boolean first, UUID object, @Nullable UUID device) {
        EntryForm.device(written, first, object, device, rows.bytes(), rows.from(NAME), rows.to(NAME));
    }

    private void begin(long entry) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        entries[count++] = entry;
    }

    /** Writes those of an entry; what is asked for next is no entry before it. */
    void write(long entry, CanonicalWriter out) {
        while (passed < count && entries[passed] < entry) {
            passed++;
        }
        if (passed < count && entries[passed] == entry) {
            out.copy(written, passed == 0 ? 0 : ends[passed - 1], ends[passed]);
        }
    }
}
