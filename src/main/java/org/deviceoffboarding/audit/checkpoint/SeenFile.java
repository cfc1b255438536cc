package org.deviceoffboarding.audit.checkpoint;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a portal remembers, beside the database, of its file of checkpoints: a signed note. It is in the data folder, which need not be that
 * of the checkpoints.
 */
public final class SeenFile {

    /** The file. */
    public static final String NAME = "audit-checkpoints-seen.txt";

    private final OneNoteFile file;

    /** @param folder which has to be there */
    public SeenFile(Path folder) {
        this.file = new OneNoteFile(folder.resolve(NAME));
    }

    /** Returns what it says; nothing where it is missing, or can't be read. */
    public Optional<String> read() {
        return file.read();
    }

    /**
     * Lets it say this alone.
     *
     * @throws CheckpointFileException if it can't be written
     */
    public void write(String note) {
        file.write(note);
    }
}
