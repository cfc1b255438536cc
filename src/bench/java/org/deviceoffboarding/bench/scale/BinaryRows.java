package org.deviceoffboarding.bench.scale;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows into one table by one binary COPY, from what the tenant says in texts. */
final class BinaryRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("1000-01-01T00:00:00Z");
    private static final int TEXT = 25;
    private static final UUID BLANK = new UUID(0, 0);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final CopyIn copy;
    private long rows;

    BinaryRows(Connection connection, String statement) throws SQLException, IOException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        out.write(SIGNATURE);
        out.writeLong(0); // no flags, nothing more in the header
    }

    void begin(int columns) throws IOException {
        out.writeShort(columns);
        rows++;
    }

    /** @param value null, a text or a list of texts */
    void add(CopiedTable.Column column, @Nullable Object value) throws IOException {
        switch (column.type()) {
            case "text" -> text(column, (String) value);
            case "uuid" -> id((String) value);
            case "timestamp with time zone" -> time((String) value);
            case "boolean" -> flag(column, (String) value);
            case "text[]" -> texts(value == null ? List.of() : (List<?>) value);
            case "bigint" -> number(value == null ? 0 : Long.parseLong((String) value), Long.BYTES);
            case "integer" -> number(value == null ? 0 : Long.parseLong((String) value), Integer.BYTES);
            case "smallint" -> number(value == null ? 0 : Long.parseLong((String) value), Short.BYTES);
            default -> throw new IllegalStateException("A column of type " + column.type() + " cannot be written");
        }
    }

    /** Sends what there is. */
    void flush() throws SQLException {
        copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        bytes.reset();
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws SQLException, IOException {
        out.writeShort(-1);
        flush();
        copy.endCopy();
    }

    private void text(CopiedTable.Column column, @Nullable String value) throws IOException {
        if ((value == null || value.isBlank()) && !column.required()) {
            out.writeInt(-1);
        } else {
            bytes(value == null ? "" : value);
        }
    }

    private void bytes(String value) throws IOException {
        byte[] text = (value.indexOf(0) < 0 ? value : value.replace("\0", "")).getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }

    private void id(@Nullable String value) throws IOException {
        UUID id = value == null || value.length() != 36 ? BLANK : UUID.fromString(value);
        if (id.equals(BLANK)) {
            out.writeInt(-1);
        } else {
            out.writeInt(16);
            out.writeLong(id.getMostSignificantBits());
            out.writeLong(id.getLeastSignificantBits());
        }
    }

    private void time(@Nullable String value) throws IOException {
        Instant time = value == null ? NEVER : Instant.parse(value);
        if (time.isBefore(NEVER.plusSeconds(1))) {
            out.writeInt(-1);
        } else {
            number(Duration.between(EPOCH, time).toNanos() / 1_000, Long.BYTES);
        }
    }

    private void flag(CopiedTable.Column column, @Nullable String value) throws IOException {
        if (value == null && !column.required()) {
            out.writeInt(-1);
        } else {
            out.writeInt(1);
            out.writeBoolean("true".equals(value));
        }
    }

    private void number(long value, int length) throws IOException {
        out.writeInt(length);
        switch (length) {
            case Long.BYTES -> out.writeLong(value);
            case Integer.BYTES -> out.writeInt((int) value);
            default -> out.writeShort((int) value);
        }
    }

    private void texts(List<?> values) throws IOException {
        int length = 12 + (values.isEmpty() ? 0 : 8);
        for (Object value : values) {
            length += 4 + ((String) value).getBytes(StandardCharsets.UTF_8).length;
        }
        out.writeInt(length);
        out.writeInt(values.isEmpty() ? 0 : 1);
        out.writeInt(0);
        out.writeInt(TEXT);
        if (!values.isEmpty()) {
            out.writeInt(values.size());
            out.writeInt(1);
            for (Object value : values) {
                bytes((String) value);
            }
        }
    }
}
