package org.deviceoffboarding.audit.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A file that only its owner reads, opened to be added to by one at a time: of all threads, and of all processes that ask the same way. They
 * wait at a file beside it that nobody else opens: on POSIX a process loses its lock of a file as soon as any of its threads that read the
 * file closes it.
 */
final class OwnersFile implements AutoCloseable {

    /** The system's locks are held by processes; threads of one need their own. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private static final String LOCK = ".lock";

    private final FileChannel channel;
    private final FileChannel lock;
    private final boolean isNew;
    private final Path file;

    private OwnersFile(Path file, FileChannel channel, FileChannel lock, boolean isNew) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.isNew = isNew;
    }

    /** Opens a file, which is made where it is missing, and waits until nobody else has it open. */
    static OwnersFile open(Path file) throws IOException {
        THREADS.lock();
        try {
            FileChannel lock = locked(file.resolveSibling(file.getFileName() + LOCK));
            try {
                boolean isNew = Files.notExists(file);
                return new OwnersFile(file, channel(file, StandardOpenOption.READ), lock, isNew);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = channel(file);
        try {
            channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel channel(Path file, OpenOption... more) throws IOException {
        Set<OpenOption> options = new HashSet<>(Set.of(more));
        options.add(StandardOpenOption.WRITE);
        options.add(StandardOpenOption.CREATE);
        return FileChannel.open(file, options, attributes());
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
        try (lock;
                channel) {
            // The file is closed first, then others may go on.
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
