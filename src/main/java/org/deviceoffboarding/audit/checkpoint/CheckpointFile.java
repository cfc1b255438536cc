package org.deviceoffboarding.audit.checkpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The log's checkpoints outside the database, in a file that is only added to, each with an empty line behind it; and beside it the keys
 * that check them. Several threads and processes may use it at once. What can't be read or written is told by a
 * {@link CheckpointFileException}.
 */
public final class CheckpointFile {

    /** The file of the checkpoints. */
    public static final String NAME = "audit-checkpoints.txt";

    /** The file of the keys, a verifier key in each line. */
    public static final String KEYS = "audit-keys.txt";

    /** A note has a few hundred bytes: more than this was not left behind by a process that was killed. */
    private static final int LARGEST_TORN = 4 * 1024;

    private final Path folder;

    /** @param folder which has to be there */
    public CheckpointFile(Path folder) {
        this.folder = folder;
    }

    /** Returns the folder of both. */
    public Path folder() {
        return folder;
    }

    /** Returns where the checkpoints are. */
    public Path path() {
        return folder.resolve(NAME);
    }

    /** Returns where the keys are. */
    public Path keysPath() {
        return folder.resolve(KEYS);
    }

    /** Returns the last checkpoint that is whole; nothing where there is none. Reads the file's end alone. */
    public Optional<SignedCheckpoint> newest() {
        return Optional.ofNullable(end().newest());
    }

    /** Returns up to where the file goes. Reads its end alone. */
    public FileEnd end() {
        try (FileChannel file = FileChannel.open(path(), StandardOpenOption.READ)) {
            NoteTail tail = NoteTail.of(file);
            return new FileEnd(tail.newest(), tail.end());
        } catch (NoSuchFileException none) {
            return FileEnd.NONE;
        } catch (IOException e) {
            throw failure("can't be read", e);
        }
    }

    /**
     * Reads all checkpoints in the order in which they were added, one at a time. One that a process that was killed did not write to
     * its end is left out.
     *
     * @throws MalformedNoteException if the file holds something else before its end
     */
    public void read(Consumer<SignedCheckpoint> reader) {
        if (Files.notExists(path())) {
            return;
        }
        // Half a character at the end is no fault: what it belongs to is left out.
        try (var lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path()), StandardCharsets.UTF_8))) {
            NoteLines notes = new NoteLines(lines);
            for (String note = notes.next(); note != null; note = notes.next()) {
                if (notes.isEnded()) {
                    newest().filter(isWholeNote(note)).ifPresent(reader);
                    return;
                }
                reader.accept(SignedCheckpoint.parse(note));
            }
        } catch (IOException e) {
            throw failure("can't be read", e);
        }
    }

    private static Predicate<SignedCheckpoint> isWholeNote(String note) {
        return newest -> newest.text().equals(note);
    }

    /**
     * Adds what the file lacks. Meanwhile nobody else does.
     *
     * @param origin which log they are of
     * @param following given the newest checkpoint in the file, or null, returns some of those that follow it, the oldest first; asked
     *     again until there are no more
     * @return how many were added
     */
    public int append(String origin, Function<@Nullable SignedCheckpoint, List<SignedCheckpoint>> following) {
        try (OwnersFile file = OwnersFile.open(path())) {
            SignedCheckpoint newest = repair(file);
            if (newest != null && !newest.checkpoint().origin().equals(origin)) {
                throw failure(
                        "is of another audit log than this database's: move it away, or name another folder with"
                                + " PORTAL_CHECKPOINT_DIR",
                        null);
            }
            int added = 0;
            for (List<SignedCheckpoint> next = following.apply(newest);
                    !next.isEmpty();
                    next = following.apply(newest)) {
                write(file, next);
                added += next.size();
                newest = next.getLast();
            }
            return added;
        } catch (IOException e) {
            throw failure("can't be written", e);
        }
    }

    /** Takes away what was not written to its end: whoever adds what is lacking writes it again. */
    private @Nullable SignedCheckpoint repair(OwnersFile file) throws IOException {
        NoteTail tail = NoteTail.of(file.channel());
        if (tail.torn() > LARGEST_TORN) {
            throw failure("holds something else than checkpoints: move it away", null);
        }
        if (tail.torn() > 0) {
            file.channel().truncate(tail.end());
        }
        file.channel().position(file.channel().size());
        if (tail.newest() != null && (tail.torn() > 0 || !tail.separated())) {
            write(file.channel(), "\n");
        }
        return tail.newest();
    }

    private static void write(OwnersFile file, List<SignedCheckpoint> checkpoints) throws IOException {
        StringBuilder text = new StringBuilder();
        checkpoints.forEach(each -> text.append(each.text()).append('\n'));
        write(file.channel(), text.toString());
        file.force();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Returns the keys that check the checkpoints, the oldest first. */
    public List<VerifierKey> keys() {
        try {
            return Files.exists(keysPath()) ? keys(Files.readString(keysPath())) : List.of();
        } catch (IOException e) {
            throw failure(KEYS, "can't be read", e);
        }
    }

    /**
     * Reads the text of a file of keys.
     *
     * @throws MalformedNoteException if a line is no key
     */
    public static List<VerifierKey> keys(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(VerifierKey::parse)
                .toList();
    }

    /** Adds a key unless it is there. */
    public void add(VerifierKey key) {
        try (OwnersFile file = OwnersFile.open(keysPath())) {
            String text = Files.readString(keysPath());
            List<String> lines = new ArrayList<>(text.lines().toList());
            if (!lines.contains(key.text())) {
                file.channel().position(file.channel().size());
                write(file.channel(), (text.isEmpty() || text.endsWith("\n") ? "" : "\n") + key.text() + "\n");
                file.force();
            }
        } catch (IOException e) {
            throw failure(KEYS, "can't be written", e);
        }
    }

    private CheckpointFileException failure(String what, @Nullable Exception cause) {
        return failure(NAME, what, cause);
    }

    private CheckpointFileException failure(String name, String what, @Nullable Exception cause) {
        return new CheckpointFileException("The file " + folder.resolve(name) + " " + what, cause);
    }
}
