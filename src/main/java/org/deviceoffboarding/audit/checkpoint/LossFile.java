package org.deviceoffboarding.audit.checkpoint;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * When a portal noticed last that its file lacked checkpoints, in its data folder, beside the database: whoever takes a file away and then
 * cuts the log's end off takes the entry that says so, too. A signed note of three lines: which log, {@code noticed}, and when.
 */
public final class LossFile {

    /** The file. */
    public static final String NAME = "audit-checkpoints-lost.txt";

    private static final String KIND = "noticed";
    private static final int LINES = 3;

    private final OneNoteFile file;

    /** @param folder which has to be there */
    public LossFile(Path folder) {
        this.file = new OneNoteFile(folder.resolve(NAME));
    }

    /**
     * Lets it say when, and nothing else.
     *
     * @param origin which log
     * @throws CheckpointFileException if it can't be written
     */
    public void write(String origin, Instant noticedAt, CheckpointKey key) {
        String at = noticedAt.truncatedTo(ChronoUnit.MICROS).toString(); // as entries are stored
        file.write(key.sign(origin, String.join("\n", origin, KIND, at) + "\n").note());
    }

    /**
     * Returns when, where it is of this log and a key of it signed it; nothing where that is not so, or where there is none.
     *
     * @param keys asked for only where there is something to check
     */
    public Optional<Instant> read(String origin, Supplier<List<VerifierKey>> keys) {
        return file.read().flatMap(signed -> read(signed, origin, keys.get()));
    }

    private static Optional<Instant> read(String signed, String origin, Collection<VerifierKey> keys) {
        try {
            SignedNote note = SignedNote.parse(signed);
            List<String> lines = note.text().lines().toList();
            return lines.size() == LINES
                            && lines.get(0).equals(origin)
                            && lines.get(1).equals(KIND)
                            && keys.stream().anyMatch(each -> each.isSignerOf(note))
                    ? Optional.of(Instant.parse(lines.get(2)))
                    : Optional.empty();
        } catch (MalformedNoteException | DateTimeException notOne) {
            return Optional.empty();
        }
    }
}
