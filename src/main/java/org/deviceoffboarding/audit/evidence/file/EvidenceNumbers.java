package org.deviceoffboarding.audit.evidence.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of the entries in a file, in their order: signed, so that an entry which was swapped, moved, doubled, put in or left out is
 * named. What an entry says at its number is proved by itself. Of very many the first count.
 */
final class EvidenceNumbers {

    /** More are not kept: no file is held in memory. */
    static final int MOST = 100_000;

    private static final String BEGIN = "numbers ";
    private static final String NONE = "none";

    private long[] numbers = new long[16];
    private int count;

    /** Returns whether there are none, as in a file of an earlier format. */
    boolean isEmpty() {
        return count == 0;
    }

    /** Adds the number of the next entry. */
    void add(long number) {
        if (count < MOST) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number;
        }
    }

    /** Returns them as a line: {@code numbers 300,257-255,1}. */
    String line() {
        StringBuilder line = new StringBuilder(BEGIN);
        for (int from = 0; from < count; ) {
            int to = from;
            while (to + 1 < count && numbers[to + 1] == numbers[to] - 1) {
                to++;
            }
            line.append(from == 0 ? "" : ",").append(numbers[from]);
            if (to > from) {
                line.append('-').append(numbers[to]);
            }
            from = to + 1;
        }
        return count == 0 ? BEGIN + NONE : line.toString();
    }

    /** Returns what a line says; nothing of one that says something else. */
    static EvidenceNumbers of(String line) {
        EvidenceNumbers numbers = new EvidenceNumbers();
        if (line.matches("numbers \\d{1,18}(-\\d{1,18})?(,\\d{1,18}(-\\d{1,18})?)*+")) {
            for (String part : line.substring(BEGIN.length()).split(",")) {
                String[] ends = part.split("-");
                long last = Long.parseLong(ends[ends.length - 1]);
                for (long number = Long.parseLong(ends[0]); number >= last && numbers.count < MOST; number--) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    /**
     * Returns which entries are not those that were written into the file, a sentence for each.
     *
     * @param written what the portal signed
     */
    List<String> misfits(EvidenceNumbers written) {
        List<String> misfits = new ArrayList<>();
        Map<Long, Integer> places = places(written);
        Set<Long> met = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (!places.containsKey(numbers[i])) {
                misfits.add(named(i) + "the portal wrote no such entry into the file"
                        + (i < written.count ? ", but entry " + written.numbers[i] + " at this place." : "."));
            } else if (!met.add(numbers[i])) {
                misfits.add(named(i) + "it is in the file twice.");
            }
        }
        for (int i = 0; i < written.count; i++) {
            if (!met.contains(written.numbers[i])) {
                misfits.add("Entry " + written.numbers[i] + ", which the portal wrote at place " + (i + 1)
                        + " of the file, is not in it.");
            }
        }
        if (misfits.isEmpty()) {
            addMoved(misfits, written);
        }
        return misfits;
    }

    private void addMoved(List<String> misfits, EvidenceNumbers written) {
        for (int i = 0; i < Math.min(count, written.count); i++) {
            if (numbers[i] != written.numbers[i]) {
                misfits.add(named(i) + "the portal wrote entry " + written.numbers[i] + " at this place.");
            }
        }
    }

    private String named(int place) {
        return "Entry " + numbers[place] + ", at place " + (place + 1) + " of the file: ";
    }

    private static Map<Long, Integer> places(EvidenceNumbers written) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < written.count; i++) {
            places.put(written.numbers[i], i);
        }
        return places;
    }
}
