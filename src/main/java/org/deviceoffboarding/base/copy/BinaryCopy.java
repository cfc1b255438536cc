package org.deviceoffboarding.base.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ByteStreamWriter;

/**
 * Rows in PostgreSQL's binary form of COPY, as its documentation of COPY and of the types' send functions describes it: each value
 * behind its length, all numbers with the highest byte first. For one thread.
 */
public final class BinaryCopy implements ByteStreamWriter {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int NULL = -1;
    private static final int TEXT_TYPE = 25;

    /** From 1970 to 2000, where PostgreSQL's time begins. */
    private static final long EPOCH = 946_684_800L;

    private static final long MICROS = 1_000_000L;

    private final int columns;
    private ByteBuffer out = ByteBuffer.allocate(1 << 16).put(HEADER);
    private int missing;

    /** @param columns how many values each row has */
    public BinaryCopy(int columns) {
        this.columns = columns;
    }

    /**
     * Begins a row, which needs as many values as there are columns.
     *
     * @throws IllegalStateException if the row before lacks some
     */
    public BinaryCopy row() {
        requireWhole();
        room(Short.BYTES).putShort((short) columns);
        missing = columns;
        return this;
    }

    public BinaryCopy add(@Nullable String value) {
        if (value == null) {
            return addNull();
        }
        text(value);
        return counted();
    }

    /** Adds what is written as its name. */
    public BinaryCopy add(@Nullable Enum<?> value) {
        return add(value == null ? null : value.name());
    }

    public BinaryCopy add(@Nullable UUID value) {
        if (value == null) {
            return addNull();
        }
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return counted();
    }

    /** Adds a {@code timestamptz}, to the microsecond. */
    public BinaryCopy add(@Nullable Instant value) {
        return value == null
                ? addNull()
                : add(Math.addExact(
                        Math.multiplyExact(value.getEpochSecond() - EPOCH, MICROS), value.getNano() / 1_000));
    }

    public BinaryCopy add(@Nullable Boolean value) {
        if (value == null) {
            return addNull();
        }
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
        return counted();
    }

    /** Adds a {@code bigint}. */
    public BinaryCopy add(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return counted();
    }

    /** Adds an {@code integer}. */
    public BinaryCopy add(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return counted();
    }

    /** Adds a {@code text[]}. */
    public BinaryCopy add(List<String> values) {
        int length = room(Integer.BYTES).position();
        out.putInt(0);
        room(5 * Integer.BYTES)
                .putInt(values.isEmpty() ? 0 : 1) // dimensions
                .putInt(0) // no nulls
                .putInt(TEXT_TYPE);
        if (!values.isEmpty()) {
            out.putInt(values.size()).putInt(1); // counted from 1
            values.forEach(this::text);
        }
        out.putInt(length, out.position() - length - Integer.BYTES);
        return counted();
    }

    public BinaryCopy addNull() {
        room(Integer.BYTES).putInt(NULL);
        return counted();
    }

    /**
     * Writes all rows, and the end behind them.
     *
     * @throws IllegalStateException if the last row lacks values
     */
    @Override
    public void writeTo(ByteStreamTarget target) throws IOException {
        requireWhole();
        OutputStream stream = target.getOutputStream();
        stream.write(out.array(), 0, out.position());
        stream.write(new byte[] {NULL, NULL});
    }

    /** Returns how many bytes {@link #writeTo} writes. */
    @Override
    public int getLength() {
        return out.position() + Short.BYTES;
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes);
    }

    private BinaryCopy counted() {
        if (--missing < 0) {
            throw new IllegalStateException("A row has more than " + columns + " values");
        }
        return this;
    }

    private void requireWhole() {
        if (missing != 0) {
            throw new IllegalStateException("A row lacks " + missing + " of its " + columns + " values");
        }
    }

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            int size = Math.max(Math.multiplyExact(2, out.capacity()), Math.addExact(out.position(), bytes));
            out = ByteBuffer.wrap(Arrays.copyOf(out.array(), size)).position(out.position());
        }
        return out;
    }
}
