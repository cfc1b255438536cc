package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.deviceoffboarding.audit.stored.CopiedRows;
import org.deviceoffboarding.audit.tree.TreeHash;
import org.jspecify.annotations.Nullable;

/** The leaves of a part, up to where its numbers are whole: which entry each is of, and its hash. In memory. */
final class PartLeaves {

    private static final String LEAVES = """
            select l.number::bigint, l.entry_id::bigint, l.leaf_hash::bytea
            from audit_leaf l where l.number > '%d'::bigint and l.number <= '%d'::bigint order by l.number
            """;

    private static final int NUMBER = 0;
    private static final int ENTRY = 1;
    private static final int HASH = 2;
    private static final int COLUMNS = 3;

    /** Entries whose IDs are further apart are not read in one go. */
    private static final long NEAR = 4_096;

    private final LogPart part;
    private final long[] entries;
    private final boolean[] known;
    private final byte[] hashes;
    private int count;
    private @Nullable Misfit end;

    /** The places of the leaves in the order of their entries' IDs. */
    private int[] byEntry = {};

    private PartLeaves(LogPart part) {
        this.part = part;
        int most = (int) (part.end() - part.from());
        this.entries = new long[most];
        this.known = new boolean[most];
        this.hashes = new byte[most * TreeHash.LENGTH];
    }

    static PartLeaves read(Connection connection, LogPart part) throws SQLException {
        PartLeaves leaves = new PartLeaves(part);
        try (CopiedRows rows = CopiedRows.of(connection, LEAVES.formatted(part.from(), part.end()), COLUMNS)) {
            while (leaves.end == null && rows.next()) {
                leaves.add(rows);
            }
        }
        leaves.finish();
        return leaves;
    }

    private void add(CopiedRows rows) {
        long number = rows.number(NUMBER);
        if (number != number(count)) {
            end = number < number(count) ? Misfits.doubled(number) : Misfits.numbersMissing(number(count), number - 1);
            return;
        }
        known[count] = !rows.isNull(ENTRY);
        entries[count] = known[count] ? rows.number(ENTRY) : 0;
        if (rows.to(HASH) - rows.from(HASH) == TreeHash.LENGTH) { // else it stays what nothing is hashed to
            System.arraycopy(rows.bytes(), rows.from(HASH), hashes, count * TreeHash.LENGTH, TreeHash.LENGTH);
        }
        count++;
    }

    private void finish() {
        if (end == null && number(count) <= part.end()) {
            end = Misfits.numbersMissing(number(count), part.end());
        }
        byEntry = IntStream.range(0, count).filter(place -> known[place]).toArray();
        if (IntStream.range(1, byEntry.length).anyMatch(nth -> entry(nth - 1) > entry(nth))) { // a transaction was late
            byEntry = Arrays.stream(byEntry)
                    .boxed()
                    .sorted(Comparator.comparingLong(place -> entries[place]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    /** Returns how many there are. */
    int count() {
        return count;
    }

    long number(int place) {
        return part.from() + place + 1;
    }

    byte[] hash(int place) {
        return Arrays.copyOfRange(hashes, place * TreeHash.LENGTH, (place + 1) * TreeHash.LENGTH);
    }

    boolean has(int place, byte[] hash) {
        return Arrays.equals(hashes, place * TreeHash.LENGTH, (place + 1) * TreeHash.LENGTH, hash, 0, TreeHash.LENGTH);
    }

    /** Returns what does not fit about the number behind the last; null where the part is whole. */
    @Nullable
    Misfit end() {
        return end;
    }

    /** Returns how many of the leaves say which entry they are of. */
    int ofEntries() {
        return byEntry.length;
    }

    /** Returns the entry of the leaf that is the nth in the order of entries. */
    long entry(int nth) {
        return entries[byEntry[nth]];
    }

    /** Returns the place of the leaf that is the nth in the order of entries. */
    int place(int nth) {
        return byEntry[nth];
    }

    /** Entries whose IDs are near each other: from one up to another. */
    record Run(long first, long last) {}

    /** Returns where the entries are, in their order. */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        int begin = 0;
        for (int nth = 1; nth <= byEntry.length; nth++) {
            if (nth == byEntry.length || entry(nth) - entry(nth - 1) > NEAR || entry(nth) - entry(nth - 1) < 0) {
                runs.add(new Run(entry(begin), entry(nth - 1)));
                begin = nth;
            }
        }
        return runs;
    }
}
