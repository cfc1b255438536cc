package org.deviceoffboarding.base.copy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/** One row after another in PostgreSQL's binary form of COPY. Each value must have the type of its column. */
public final class BinaryRow {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    /** PostgreSQL counts from the year 2000. */
    private static final long EPOCH = 946_684_800L;

    private static final int TEXT = 25;

    private final int columns;
    private byte[] bytes = new byte[128 * 1024];
    private int size;

    BinaryRow(int columns) {
        this.columns = columns;
        raw(SIGNATURE);
        int32(0);
        int32(0);
    }

    public BinaryRow addNull() {
        int32(-1);
        return this;
    }

    public BinaryRow add(long value) {
        int32(Long.BYTES);
        int64(value);
        return this;
    }

    public BinaryRow add(int value) {
        int32(Integer.BYTES);
        int32(value);
        return this;
    }

    public BinaryRow add(@Nullable Boolean value) {
        if (value == null) {
            return addNull();
        }
        int32(1);
        raw(new byte[] {(byte) (value ? 1 : 0)});
        return this;
    }

    public BinaryRow add(@Nullable UUID value) {
        if (value == null) {
            return addNull();
        }
        int32(2 * Long.BYTES);
        int64(value.getMostSignificantBits());
        int64(value.getLeastSignificantBits());
        return this;
    }

    /** Adds a text, in which there must be no NUL. */
    public BinaryRow add(@Nullable String value) {
        if (value == null) {
            return addNull();
        }
        text(value);
        return this;
    }

    /** Adds an array of texts. */
    public BinaryRow add(List<String> values) {
        int start = size;
        int32(0);
        int32(values.isEmpty() ? 0 : 1);
        int32(0);
        int32(TEXT);
        if (!values.isEmpty()) {
            int32(values.size());
            int32(1);
            values.forEach(this::text);
        }
        int end = size;
        size = start;
        int32(end - start - Integer.BYTES);
        size = end;
        return this;
    }

    /** Adds a point in time, to the nearest microsecond. */
    public BinaryRow add(@Nullable Instant value) {
        if (value == null) {
            return addNull();
        }
        long micros = Math.multiplyExact(value.getEpochSecond() - EPOCH, 1_000_000L);
        return add(Math.addExact(micros, (value.getNano() + 500) / 1_000));
    }

    void begin() {
        int16(columns);
    }

    void finish() {
        int16(-1);
    }

    int size() {
        return size;
    }

    void sendTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes, 0, size);
        size = 0;
    }

    private void text(String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        int32(encoded.length);
        raw(encoded);
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    private void int16(int value) {
        room(Short.BYTES);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void int32(int value) {
        int16(value >> 16);
        int16(value);
    }

    private void int64(long value) {
        int32((int) (value >> 32));
        int32((int) value);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
