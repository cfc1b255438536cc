package org.deviceoffboarding.audit.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with one signed note, which another takes the place of. One that is torn, as where the machine fails meanwhile, says nothing, since
 * its signature does not hold.
 */
final class OneNoteFile {

    /** Far more than a note has. */
    private static final long LONGEST = 64 * 1024;

    private final Path path;

    OneNoteFile(Path path) {
        this.path = path;
    }

    /** Returns what it says; nothing where it is missing, or can't be read. */
    Optional<String> read() {
        try {
            return Files.exists(path) && Files.size(path) <= LONGEST
                    ? Optional.of(Files.readString(path))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Lets it say this alone.
     *
     * @throws CheckpointFileException if it can't be written
     */
    void write(String note) {
        try (OwnersFile file = OwnersFile.open(path)) {
            ByteBuffer bytes = ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8));
            file.channel().truncate(0);
            while (bytes.hasRemaining()) {
                file.channel().write(bytes);
            }
        } catch (IOException e) {
            throw new CheckpointFileException("The file " + path + " can't be written", e);
        }
    }
}
