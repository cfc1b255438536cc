package org.deviceoffboarding.audit.stored;

import java.util.Arrays;

/**
 * Holds the words that the database keeps of an entry, for searches, against what the entry says: takes that apart as the migrations let
 * the database do it. About letters beyond ASCII a database may think otherwise, by its locale, so that only what is equal is certain. For
 * one thread, and used again.
 */
final class StoredWords {

    /** Of a longer text the beginning counts, in characters. */
    private static final int MOST_CHARACTERS = 20_000;

    /** So of a longer word. */
    private static final int LONGEST_WORD = 64;

    private static final int BYTES_OF_CHARACTER = 4;

    private final byte[] word = new byte[LONGEST_WORD * BYTES_OF_CHARACTER];
    private int length;
    private int characters;
    private int left;

    private byte[] row = {};
    private int[] begins = new int[64];
    private int[] ends = new int[64];
    private boolean[] met = new boolean[64];
    private int count;
    private int different;
    private boolean strange;

    /**
     * Returns whether the words are certainly those of the texts, which stand one behind the other with a space between.
     *
     * @param column which is a {@code tsvector}
     * @param texts the columns that the words are of
     */
    boolean areOf(CopiedRows rows, int column, int... texts) {
        if (rows.isNull(column) || !keep(rows.bytes(), rows.from(column))) {
            return false;
        }
        left = MOST_CHARACTERS;
        for (int text : texts) {
            if (rows.isNull(text)) {
                return false;
            }
            take(rows.from(text), rows.to(text));
            end();
            left--;
        }
        return !strange && different == count;
    }

    /** Notes where the words stand that are kept; they are sorted. Returns false where they have places, which none of ours has. */
    private boolean keep(byte[] bytes, int from) {
        row = bytes;
        count = number(from);
        if (count > begins.length) {
            begins = new int[2 * count];
            ends = new int[2 * count];
            met = new boolean[2 * count];
        }
        Arrays.fill(met, 0, count, false);
        different = 0;
        strange = false;
        length = 0;
        characters = 0;
        int at = from + Integer.BYTES;
        for (int nth = 0; nth < count; nth++) {
            begins[nth] = at;
            while (row[at] != 0) {
                at++;
            }
            ends[nth] = at;
            if (row[at + 1] != 0 || row[at + 2] != 0) {
                return false;
            }
            at += 1 + Short.BYTES;
        }
        return true;
    }

    private int number(int at) {
        return (row[at] & 0xff) << 24 | (row[at + 1] & 0xff) << 16 | (row[at + 2] & 0xff) << 8 | row[at + 3] & 0xff;
    }

    private void take(int from, int to) {
        for (int at = from; at < to && left > 0 && !strange; left--) {
            byte first = row[at];
            if (first >= 0) {
                ascii(first);
                at++;
            } else {
                int bytes = (first & 0xf0) == 0xf0 ? 4 : (first & 0xe0) == 0xe0 ? 3 : 2;
                character(point(at, bytes));
                at += bytes;
            }
        }
    }

    private void ascii(int letter) {
        int small = letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
        if (small >= 'a' && small <= 'z' || small >= '0' && small <= '9') {
            if (characters++ < LONGEST_WORD) {
                word[length++] = (byte) small;
            }
        } else {
            end();
        }
    }

    private int point(int at, int bytes) {
        int point = row[at] & (0xff >> bytes + 1);
        for (int nth = 1; nth < bytes; nth++) {
            point = point << 6 | row[at + nth] & 0x3f;
        }
        return point;
    }

    private void character(int point) {
        if (!Character.isLetterOrDigit(point)) {
            end();
        } else if (characters++ < LONGEST_WORD) {
            add(Character.toLowerCase(point));
        }
    }

    private void add(int point) {
        if (point < 0x80) {
            word[length++] = (byte) point;
        } else if (point < 0x800) {
            word[length++] = (byte) (0xc0 | point >> 6);
            tail(point, 1);
        } else if (point < 0x10000) {
            word[length++] = (byte) (0xe0 | point >> 12);
            tail(point, 2);
        } else {
            word[length++] = (byte) (0xf0 | point >> 18);
            tail(point, 3);
        }
    }

    private void tail(int point, int bytes) {
        for (int nth = bytes - 1; nth >= 0; nth--) {
            word[length++] = (byte) (0x80 | point >> 6 * nth & 0x3f);
        }
    }

    /** A word ends here, if there is one. */
    private void end() {
        if (length == 0) {
            return;
        }
        int nth = place();
        if (nth < 0) {
            strange = true;
        } else if (!met[nth]) {
            met[nth] = true;
            different++;
        }
        length = 0;
        characters = 0;
    }

    private int place() {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(row, begins[middle], ends[middle], word, 0, length);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
