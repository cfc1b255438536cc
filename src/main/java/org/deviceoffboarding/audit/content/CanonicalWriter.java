package org.deviceoffboarding.audit.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes JSON in the one form of RFC 8785 (JSON Canonicalization Scheme) as UTF-8: members in the order of the UTF-16 of their names, no
 * white space, as few escapes as there can be. Of numbers it knows whole ones up to 2⁵³, which is all that entries hold. Cleared, it is
 * used again: a log of millions of entries is written into one array. For one thread.
 */
public final class CanonicalWriter {

    private static final int LENGTH_OF_UUID = 38;
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] NULL = ascii("null");

    /** What stands behind the backslash for each character below the blank; 0 where its number does. */
    private static final byte[] SHORT_ESCAPES = shortEscapes();

    private final CanonicalTime time = new CanonicalTime();
    private byte[] bytes = new byte[512];
    private int length;

    /** Forgets what was written. */
    public void clear() {
        length = 0;
    }

    /** Returns what was written, until something else is. */
    public ByteBuffer written() {
        return ByteBuffer.wrap(bytes, 0, length);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes text. */
    public void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        text(utf8, 0, utf8.length);
    }

    /** Writes text that stands in an array as UTF-8, from one place to another. */
    public void text(byte[] utf8, int from, int to) {
        reserve(to - from + 2);
        bytes[length++] = '"';
        int begin = from;
        for (int i = from; i < to; i++) {
            byte each = utf8[i];
            if (each >= ' ' && each != '"' && each != '\\' || each < 0) {
                continue;
            }
            put(utf8, begin, i);
            escape(each);
            begin = i + 1;
        }
        put(utf8, begin, to);
        put('"');
    }

    private void escape(byte each) {
        put('\\');
        byte escape = each < ' ' ? SHORT_ESCAPES[each] : each;
        if (escape != 0) {
            put(escape);
            return;
        }
        put('u');
        put('0');
        put('0');
        put(HEX[each >> 4]);
        put(HEX[each & 0xF]);
    }

    private static byte[] shortEscapes() {
        byte[] escapes = new byte[' '];
        escapes['\b'] = 'b';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\f'] = 'f';
        escapes['\r'] = 'r';
        return escapes;
    }

    /**
     * Writes a whole number.
     *
     * @throws IllegalArgumentException if not every reader of JSON understands it exactly
     */
    public void number(long number) {
        if (number > CanonicalText.LARGEST_NUMBER || number < -CanonicalText.LARGEST_NUMBER) {
            throw new IllegalArgumentException("An entry can't hold a number as large as " + number);
        }
        if (number >= 0 && number < 10) {
            put((int) ('0' + number));
        } else {
            put(ascii(Long.toString(number)));
        }
    }

    void truth(boolean truth) {
        put(truth ? TRUE : FALSE);
    }

    /** Writes that there is no value. */
    public void nothing() {
        put(NULL);
    }

    /**
     * Writes a time as text, in UTC and with microseconds.
     *
     * @param micros since 1970
     * @throws IllegalArgumentException if its year has not four digits
     */
    public void time(long micros) {
        reserve(CanonicalTime.LENGTH);
        length = time.write(micros, bytes, length);
    }

    void uuid(UUID id) {
        long most = id.getMostSignificantBits();
        long least = id.getLeastSignificantBits();
        reserve(LENGTH_OF_UUID);
        bytes[length++] = '"';
        hex(most, 60, 32);
        bytes[length++] = '-';
        hex(most, 28, 16);
        bytes[length++] = '-';
        hex(most, 12, 0);
        bytes[length++] = '-';
        hex(least, 60, 48);
        bytes[length++] = '-';
        hex(least, 44, 0);
        bytes[length++] = '"';
    }

    /** Writes digits of four bits each: those above the first place, down to those above the other. */
    private void hex(long bits, int from, int to) {
        for (int shift = from; shift >= to; shift -= 4) {
            bytes[length++] = HEX[(int) (bits >>> shift) & 0xF];
        }
    }

    /** Writes what is part of the form. */
    void put(byte[] ascii) {
        put(ascii, 0, ascii.length);
    }

    void put(int ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void put(byte[] source, int from, int to) {
        int count = to - from;
        reserve(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.addExact(length, Math.max(length, count)));
        }
    }

    /** Returns behind how many bytes the next is written. */
    public int position() {
        return length;
    }

    /** Writes what another one wrote, from one position to another. */
    public void copy(CanonicalWriter other, int from, int to) {
        put(other.bytes, from, to);
    }

    /** Returns what stands behind a position, and takes it away. */
    byte[] cut(int from) {
        byte[] behind = Arrays.copyOfRange(bytes, from, length);
        length = from;
        return behind;
    }
}
