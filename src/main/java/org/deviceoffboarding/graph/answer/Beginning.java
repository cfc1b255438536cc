package org.deviceoffboarding.graph.answer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.deviceoffboarding.base.TextLimits;

/** An answer that remembers how it began, to be quoted where it is not what it should be. */
final class Beginning extends FilterInputStream {

    private static final int LONGEST = 80;

    private final byte[] first = new byte[4 * LONGEST];
    private int known;

    Beginning(InputStream answer) {
        super(answer);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0 && known < first.length) {
            first[known++] = (byte) one;
        }
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0 && known < first.length) {
            int more = Math.min(read, first.length - known);
            System.arraycopy(into, offset, first, known, more);
            known += more;
        }
        return read;
    }

    boolean isEmpty() {
        return known == 0;
    }

    /** Returns its first words in one line. */
    String text() {
        String text = new String(Arrays.copyOf(first, known), StandardCharsets.UTF_8);
        return TextLimits.shorten(text.replaceAll("[\\p{C}\\p{Z}\\s]+", " ").strip(), LONGEST);
    }
}
