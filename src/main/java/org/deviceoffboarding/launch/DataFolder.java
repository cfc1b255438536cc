package org.deviceoffboarding.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which the portal keeps what must survive a restart: the embedded database, the generated key, the log.
 * One portal at a time holds it; it is readable by its owner only.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens the folder, creates it where it is missing, and holds it until it is closed or the process ends.
     *
     * @throws StartupException if it can't be used, or another portal holds it
     */
    static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            create(path);
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    Path path() {
        return path;
    }

    /** Returns a file or folder in this folder, whether or not it exists. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static void create(Path path) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new StartupException("The data folder " + path
                    + " is a file: move it away, or name another folder with PORTAL_DATA_DIR.");
        }
        PrivateFile.createFolders(path);
        if (!Files.isWritable(path)) {
            throw unusable(path, null);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        Path file = path.resolve("portal.lock");
        PrivateFile.create(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartupException("Another portal is running on the data folder " + path
                    + ": stop it, or give this one a folder of its own with PORTAL_DATA_DIR.");
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static StartupException unusable(Path path, @Nullable IOException cause) {
        return new StartupException(
                "The data folder " + path + " can't be written by " + System.getProperty("user.name")
                        + ": give this user the folder, or name another one with PORTAL_DATA_DIR.",
                cause);
    }
}
