package org.deviceoffboarding.audit.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** A file that only its owner reads, opened to be added to by one at a time: of all threads, and of all processes that ask the same way. */
final class OwnersFile implements AutoCloseable {

    /** The system's locks are held by processes; threads of one need their own. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;
    private final FileLock lock;
    private final boolean isNew;
    private final Path file;

    private OwnersFile(Path file, FileChannel channel, FileLock lock, boolean isNew) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.isNew = isNew;
    }

    /** Opens a file, which is made where it is missing, and waits until nobody else has it open. */
    static OwnersFile open(Path file) throws IOException {
        THREADS.lock();
        try {
            boolean isNew = Files.notExists(file);
            FileChannel channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE),
                    attributes());
            return new OwnersFile(file, channel, lock(channel), isNew);
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.lock();
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Makes sure that what was written survives the machine, the file's name included. */
    void force() throws IOException {
        channel.force(true);
        if (isNew && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            THREADS.unlock();
        }
    }

    private static FileAttribute<?>[] attributes() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
