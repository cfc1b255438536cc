package org.deviceoffboarding.audit.verification;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.deviceoffboarding.audit.stored.StoredEntries;
import org.deviceoffboarding.audit.stored.StoredEntry;
import org.jspecify.annotations.Nullable;

/** What the entries of a part's leaves are like. */
final class EntryMarks {

    /** So many entries are counted at once. */
    private static final int STEP = 512;

    private static final byte FITS = 1;
    private static final byte CHANGED = 2;
    private static final byte DOUBLED = 4;
    private static final byte OTHER_WORDS = 8;

    private final PartLeaves leaves;
    private final boolean words;
    private final LongAdder done;
    private final byte[] marks;

    /** Entries whose words look other than they should, and the places of their leaves. */
    private final Map<Long, Integer> doubtful = new LinkedHashMap<>();

    private int nth;
    private int read;

    private EntryMarks(PartLeaves leaves, boolean words, LongAdder done) {
        this.leaves = leaves;
        this.words = words;
        this.done = done;
        this.marks = new byte[leaves.count()];
    }

    /**
     * Reads all the entries, and compares each with its leaf.
     *
     * @param words whether to compare the words that searches find entries by, too
     * @param done told of each that was read
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    static EntryMarks of(Connection connection, PartLeaves leaves, boolean words, LongAdder done) throws SQLException {
        EntryMarks marks = new EntryMarks(leaves, words, done);
        StoredEntries entries = words ? StoredEntries.allWithWords(connection) : StoredEntries.all(connection);
        for (PartLeaves.Run run : leaves.runs()) {
            entries.read(run.first(), run.last(), marks::mark);
        }
        done.add(marks.read % STEP);
        for (long entry : KeptWords.others(connection, marks.doubtful.keySet())) {
            marks.marks[Objects.requireNonNull(marks.doubtful.get(entry))] |= OTHER_WORDS;
        }
        return marks;
    }

    /** Entries come in the order of their IDs, as the leaves are gone through here; some may be other leaves'. */
    private void mark(StoredEntry entry) {
        long id = entry.id();
        while (nth < leaves.ofEntries() && leaves.entry(nth) < id) {
            nth++;
        }
        if (nth == leaves.ofEntries() || leaves.entry(nth) != id) {
            return;
        }
        byte[] leaf = entry.leaf();
        if (words && leaf != null && !entry.hasItsWords()) {
            doubtful.put(id, leaves.place(nth));
        }
        for (int same = nth; same < leaves.ofEntries() && leaves.entry(same) == id; same++) {
            mark(leaves.place(same), leaf);
        }
    }

    private void mark(int place, byte @Nullable [] leaf) {
        if (marks[place] == 0) {
            marks[place] = leaf != null && leaves.has(place, leaf) ? FITS : CHANGED;
            if (++read % STEP == 0) {
                done.add(STEP);
                Interruption.heed();
            }
        } else {
            marks[place] |= DOUBLED;
        }
    }

    boolean isMissing(int place) {
        return marks[place] == 0;
    }

    boolean isChanged(int place) {
        return (marks[place] & CHANGED) != 0;
    }

    /** Returns whether searches find it by other words than it says. */
    boolean hasOtherWords(int place) {
        return (marks[place] & OTHER_WORDS) != 0;
    }

    boolean isDoubled(int place) {
        return (marks[place] & DOUBLED) != 0;
    }
}
