package org.deviceoffboarding.audit.stored;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows as PostgreSQL copies them out in binary: each one array of bytes, in which its columns are read where they stand, without an object
 * for each. For one thread; the connection has nothing else to do until they are closed.
 */
public final class CopiedRows implements AutoCloseable {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    /** A signature and flags; behind them stands how long the rest of the head is. */
    private static final int HEAD = 15;

    private static final int END = -1;

    private final CopyOut copy;
    private final int[] from;
    private final int[] to;
    private byte[] row = {};
    private boolean begun;

    private CopiedRows(CopyOut copy, int columns) {
        this.copy = copy;
        this.from = new int[columns];
        this.to = new int[columns];
    }

    /** @param query without parameters, since copies have none: whatever varies in it is a number */
    public static CopiedRows of(Connection connection, String query, int columns) throws SQLException {
        return new CopiedRows(
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + query + ") to stdout (format binary)"),
                columns);
    }

    /** Goes to the next row; returns false behind the last. */
    public boolean next() throws SQLException {
        byte[] read = copy.readFromCopy();
        int at = 0;
        if (!begun && read != null) {
            begun = true;
            at = HEAD + Integer.BYTES + (int) INT.get(read, HEAD);
            if (at == read.length) {
                read = copy.readFromCopy();
                at = 0;
            }
        }
        if (read == null || (short) SHORT.get(read, at) == END) {
            return false;
        }
        row = read;
        columns(at + Short.BYTES);
        return true;
    }

    private void columns(int begin) {
        int at = begin;
        for (int column = 0; column < from.length; column++) {
            int length = (int) INT.get(row, at);
            at += Integer.BYTES;
            from[column] = at;
            to[column] = at + length;
            at += Math.max(0, length);
        }
    }

    /** Returns what the row is read from; another for each row. */
    public byte[] bytes() {
        return row;
    }

    /** Returns where a column begins. */
    public int from(int column) {
        return from[column];
    }

    /** Returns where a column ends: before it begins, if it is null. */
    public int to(int column) {
        return to[column];
    }

    public boolean isNull(int column) {
        return to[column] < from[column];
    }

    public long number(int column) {
        return (long) LONG.get(row, from[column]);
    }

    int smallNumber(int column) {
        return (short) SHORT.get(row, from[column]);
    }

    @Nullable
    UUID uuid(int column) {
        int at = from[column];
        return isNull(column) ? null : new UUID((long) LONG.get(row, at), (long) LONG.get(row, at + Long.BYTES));
    }

    /** Reads what is left, so that the connection can go on. */
    @Override
    public void close() throws SQLException {
        while (copy.isActive()) {
            copy.readFromCopy();
        }
    }
}
