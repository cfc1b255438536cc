package org.deviceoffboarding.audit.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The end of a file of notes: its last whole note, and where that ends. What follows was torn when a process was killed in the midst of
 * writing.
 *
 * @param newest the last whole checkpoint; null where there is none
 * @param end the position behind it, its empty line not included
 * @param torn how many bytes follow that are neither a note nor the empty line
 * @param separated whether the empty line follows
 */
record NoteTail(@Nullable SignedCheckpoint newest, long end, long torn, boolean separated) {

    /** More than many notes, and far more than one. */
    private static final int LENGTH = 64 * 1024;

    private static final String BETWEEN = "\n\n";

    /** A dash in UTF-8, byte for byte: positions in the text are positions in the file. */
    private static final String SIGNATURES = BETWEEN + "\u00e2\u0080\u0094 ";

    static NoteTail of(FileChannel file) throws IOException {
        long size = file.size();
        long from = Math.max(0, size - LENGTH);
        String bytes = read(file, from, (int) (size - from));
        for (int at = bytes.lastIndexOf(SIGNATURES); at >= 0; at = bytes.lastIndexOf(SIGNATURES, at - 1)) {
            int end = end(bytes, at + BETWEEN.length());
            SignedCheckpoint note = end < 0 ? null : note(bytes, at, end);
            if (note != null) {
                boolean separated = bytes.startsWith("\n", end);
                return new NoteTail(note, from + end, size - from - end - (separated ? 1 : 0), separated);
            }
        }
        return new NoteTail(null, 0, size, true);
    }

    /** Returns where the lines of signatures end; a number below zero where the last has no end. */
    private static int end(String bytes, int from) {
        int empty = bytes.indexOf(BETWEEN, from);
        if (empty >= 0) {
            return empty + 1;
        }
        return bytes.endsWith("\n") ? bytes.length() : -1;
    }

    private static @Nullable SignedCheckpoint note(String bytes, int textEnd, int end) {
        int before = bytes.lastIndexOf(BETWEEN, textEnd - 1);
        String note = bytes.substring(before < 0 ? 0 : before + BETWEEN.length(), end);
        try {
            return SignedCheckpoint.parse(
                    new String(note.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        } catch (MalformedNoteException torn) {
            return null;
        }
    }

    private static String read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {
            // Goes on until everything is read.
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
    }
}
