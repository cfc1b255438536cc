package org.deviceoffboarding.audit.seal;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks through what the database had of files of checkpoints as a portal began, the newest first and some at a time: whoever has got hold of
 * the portal's role adds as many rows as they like, which delay what is found among others and never hide it. For one thread at a time.
 */
final class SeenSearch {

    /** Where each has to be held against the keys it takes some hundredths of a second. */
    private static final int AT_ONCE = 500;

    private static final int PARTS = 4;

    private final SeenRepository rows;
    private final SeenNotes notes;
    private final String node;
    private long below;

    /** @param node whose files they are */
    SeenSearch(SeenRepository rows, SeenNotes notes, String node) {
        this.rows = rows;
        this.notes = notes;
        this.node = node;
        this.below = rows.last() + 1;
    }

    /** Returns whether all were looked at. */
    boolean isOver() {
        return below <= 0;
    }

    /** Lets nothing else be looked at. */
    void end() {
        below = 0;
    }

    /** Returns what the next of them say, as far as a key of this log signed it. */
    List<SeenCheckpoints> next() {
        List<SeenCheckpoints> found = new ArrayList<>();
        long left = below; // where the database fails meanwhile the same are looked at once more
        for (int part = 0; part < PARTS && left > 0; part++) {
            List<SeenRepository.Row> next = rows.below(left, AT_ONCE);
            found.addAll(
                    notes.farthest(next.stream().map(SeenRepository.Row::signed).toList(), node));
            left = next.size() < AT_ONCE ? 0 : next.getLast().id();
        }
        below = left;
        return found;
    }
}
