package org.deviceoffboarding.audit.checkpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file's checkpoints one at a time, in the order in which they were added, for whoever asks for the next. One at the end that
 * was not written whole is left out. For one thread.
 */
public final class CheckpointReader implements AutoCloseable {

    /** Read at first where only the newest are wanted. */
    private static final long TAIL = 256 * 1024;

    private final CheckpointFile file;
    private final @Nullable BufferedReader lines;
    private final @Nullable NoteLines notes;
    private @Nullable SignedCheckpoint first;

    private CheckpointReader(CheckpointFile file, @Nullable BufferedReader lines) {
        this.file = file;
        this.lines = lines;
        this.notes = lines == null ? null : new NoteLines(lines);
    }

    /** Opens all of them; nothing where there is no file. */
    public static CheckpointReader all(CheckpointFile file) {
        return open(file, 0);
    }

    /**
     * Opens those at the end of the file, beginning with one of at most so many entries; all, where there is none.
     *
     * @throws MalformedNoteException if the file holds something else
     */
    public static CheckpointReader newest(CheckpointFile file, long from) {
        for (long length = TAIL; ; length *= 4) {
            long position = Math.max(0, size(file.path()) - length);
            CheckpointReader reader = open(file, position);
            if (position == 0) {
                return reader;
            }
            reader.pass();
            SignedCheckpoint first = reader.next();
            if (first != null && first.checkpoint().size() <= from) {
                reader.first = first;
                return reader;
            }
            reader.close();
        }
    }

    /**
     * Returns the next; null behind the last.
     *
     * @throws MalformedNoteException if the file holds something else before its end
     */
    public @Nullable SignedCheckpoint next() {
        SignedCheckpoint given = first;
        first = null;
        return given == null && notes != null ? read(notes) : given;
    }

    private @Nullable SignedCheckpoint read(NoteLines from) {
        try {
            String note = from.next();
            if (note == null) {
                return null;
            }
            if (!from.isEnded()) {
                return SignedCheckpoint.parse(note);
            }
            Optional<SignedCheckpoint> whole = file.newest();
            return whole.filter(newest -> newest.text().equals(note)).orElse(null);
        } catch (IOException e) {
            throw failure(file.path(), e);
        }
    }

    /** Passes over what may be the rest of a note: its signatures tell where it ends. */
    private void pass() {
        if (lines == null) {
            return;
        }
        try {
            boolean signatures = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && signatures) {
                    return;
                }
                signatures = line.startsWith("\u2014 ");
            }
        } catch (IOException e) {
            throw failure(file.path(), e);
        }
    }

    private static CheckpointReader open(CheckpointFile file, long position) {
        try {
            SeekableByteChannel channel = Files.newByteChannel(file.path());
            channel.position(position);
            return new CheckpointReader(
                    file,
                    new BufferedReader(
                            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8)));
        } catch (NoSuchFileException none) {
            return new CheckpointReader(file, null);
        } catch (IOException e) {
            throw failure(file.path(), e);
        }
    }

    private static long size(Path path) {
        try {
            return Files.exists(path) ? Files.size(path) : 0;
        } catch (IOException e) {
            throw failure(path, e);
        }
    }

    private static CheckpointFileException failure(Path path, IOException cause) {
        return new CheckpointFileException("The file " + path + " can't be read", cause);
    }

    @Override
    public void close() {
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException e) {
            throw failure(file.path(), e);
        }
    }
}
