package org.deviceoffboarding.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.MalformedNoteException;

/** What the audit log keeps outside the database: the key that seals it, and the folder that its checkpoints are copied to. */
final class AuditFiles {

    private AuditFiles() {}

    /**
     * Returns the file of the operator, which has to be there: a portal that made a key by itself would seal with another one than the
     * portals beside it.
     *
     * @throws StartupException if it can't be read, or is no key
     */
    static Path requireKey(Path file) {
        Path path = file.toAbsolutePath().normalize();
        if (Files.notExists(path)) {
            throw new StartupException(
                    "PORTAL_AUDIT_KEY_FILE names " + path
                            + ", which is not there: put the audit log's key there, the same for every portal, or leave the setting out"
                            + " to let the portal keep one in its data folder. 'openssl genpkey -algorithm ed25519' makes a key.");
        }
        check(path);
        return path;
    }

    /**
     * Returns a file with a key, which is made where it is missing.
     *
     * @throws StartupException if it can't be read or written, or is no key
     */
    static Path keepKey(Path file) {
        try {
            if (Files.notExists(file)) {
                PrivateFile.write(file, CheckpointKey.create().pem());
            }
        } catch (IOException e) {
            throw new StartupException(
                    "The audit log's key can't be kept in " + file + ": let the portal's user write there, or set"
                            + " PORTAL_AUDIT_KEY_FILE.",
                    e);
        }
        check(file);
        return file;
    }

    private static void check(Path file) {
        try {
            CheckpointKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new StartupException(
                    "The audit log's key in " + file + " can't be read: let the portal's user read it.", e);
        } catch (MalformedNoteException e) {
            throw new StartupException("The file " + file
                    + " is not a key for the audit log: it has to be a private key of Ed25519 in PEM form, such as 'openssl"
                    + " genpkey -algorithm ed25519' prints.");
        }
    }

    /**
     * Returns the operator's folder for checkpoints, which has to be there: it may be one of another machine that is away.
     *
     * @throws StartupException if it can't be written
     */
    static Path requireFolder(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(path) || !Files.isWritable(path)) {
            throw new StartupException("PORTAL_CHECKPOINT_DIR names " + path
                    + ", which is no folder that " + System.getProperty("user.name")
                    + " can write: make it, or leave the setting out to use the data folder.");
        }
        return path;
    }
}
