package org.deviceoffboarding.audit.content;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An object that is being written, whose members are put into their order where they come in another. */
final class CanonicalObject {

    private final CanonicalWriter out;
    private final int begin;
    private String[] names = new String[8];
    private int[] starts = new int[8];
    private int count;
    private boolean ordered = true;

    private CanonicalObject(CanonicalWriter out) {
        this.out = out;
        out.put('{');
        this.begin = out.position();
    }

    /** Begins an object; its members come next, each the name first. */
    static CanonicalObject begin(CanonicalWriter out) {
        return new CanonicalObject(out);
    }

    /** Writes a member's name; its value is written next. */
    void name(String name) {
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
        }
        if (count > 0) {
            ordered &= names[count - 1].compareTo(name) < 0;
            out.put(',');
        }
        names[count] = name;
        starts[count++] = out.position();
        out.text(name);
        out.put(':');
    }

    /** @throws IllegalArgumentException if two members have one name */
    void end() {
        if (!ordered) {
            order();
        }
        out.put('}');
    }

    private void order() {
        byte[] members = out.cut(begin);
        int[] sorted = IntStream.range(0, count)
                .boxed()
                .sorted((one, other) -> names[one].compareTo(names[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < count; i++) {
            int member = sorted[i];
            if (i > 0) {
                if (names[sorted[i - 1]].equals(names[member])) {
                    throw new IllegalArgumentException("An entry can't hold two values by one name");
                }
                out.put(',');
            }
            out.put(members, starts[member] - begin, end(member, members.length));
        }
    }

    /** Between two members stands a comma. */
    private int end(int member, int length) {
        return member + 1 == count ? length : starts[member + 1] - begin - 1;
    }
}
