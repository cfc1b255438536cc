package org.deviceoffboarding.secrets;

import java.io.OutputStream;
import org.deviceoffboarding.secrets.Needles.Needle;
import org.jspecify.annotations.Nullable;

/** Looks for secrets in what is written to it, in one pass and constant memory. */
final class SecretScan extends OutputStream {

    /** A power of two in which the longest needle has room, also where its characters take more than a byte. */
    private static final int RING = 4 * WrittenForm.LONGEST;

    private final Needles needles;
    private final Found found;
    private final byte[] ring = new byte[RING];
    private long position;
    private long end;
    private long line = 1;
    private int column;

    SecretScan(Needles needles, Found found) {
        this.needles = needles;
        this.found = found;
    }

    @Override
    public void write(int value) {
        byte next = (byte) value;
        ring[(int) (position++ & (RING - 1))] = next;
        end = end << 8 | (next & 0xff);
        Needle needle = needles.endingWith(end);
        if (needle != null) {
            tell(needle);
        }
        if (next == '\n') {
            line++;
            column = 0;
        } else if (next == '\t') {
            column++;
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            write(bytes[i]);
        }
    }

    private void tell(Needle first) {
        for (@Nullable Needle needle = first; needle != null; needle = needle.next()) {
            if (endsWith(needle.bytes())) {
                found.found(needle.kind(), needle.form(), line, column);
            }
        }
    }

    private boolean endsWith(byte[] bytes) {
        if (position < bytes.length) {
            return false;
        }
        long start = position - bytes.length;
        for (int i = 0; i < bytes.length; i++) {
            if (ring[(int) ((start + i) & (RING - 1))] != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Is told what was found, and where: never the secret itself. */
    interface Found {

        /**
         * @param line counted from 1
         * @param column tabulators before it in its line
         */
        void found(String kind, String form, long line, int column);
    }
}
