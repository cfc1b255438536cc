package org.deviceoffboarding.audit.evidence.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that somebody names in a command: what can be said of it before it is looked into. */
final class GivenFile {

    private static final Path NOTHING = Path.of("/dev/null");

    private GivenFile() {}

    /**
     * Returns where it is.
     *
     * @param what it is given for, in words
     * @throws NotEvidenceException if it is not there, empty, or can't be read
     */
    static Path of(String what, String given) throws NotEvidenceException {
        String shown = "The " + what + " " + EvidenceWords.shown(given);
        Path file = path(shown, given);
        if (Files.notExists(file)) {
            throw new NotEvidenceException(shown + " does not exist.");
        }
        if (Files.isDirectory(file)) {
            throw new NotEvidenceException(shown + " is a folder.");
        }
        if (!Files.isReadable(file)) {
            throw new NotEvidenceException(shown + " can't be read by this user.");
        }
        requireContent(shown, file);
        return file;
    }

    private static Path path(String shown, String given) throws NotEvidenceException {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new NotEvidenceException(shown + " is no name of a file.");
        }
    }

    /** What is no regular file, such as a pipe, can be read once only. */
    private static void requireContent(String shown, Path file) throws NotEvidenceException {
        try {
            if (file.equals(NOTHING) || Files.isRegularFile(file) && Files.size(file) == 0) {
                throw new NotEvidenceException(shown + " is empty.");
            }
        } catch (IOException e) {
            throw new NotEvidenceException(
                    shown + " can't be read (" + EvidenceWords.shown(String.valueOf(e.getMessage())) + ").");
        }
    }
}
