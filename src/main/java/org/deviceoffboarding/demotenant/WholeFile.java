package org.deviceoffboarding.demotenant;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Replaces files whole or not at all. Only their owner may read them, wherever the file system knows owners. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes a file and the folders that it lies in; a process that is killed meanwhile leaves the file as it was. */
    public static void write(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath();
        Path folder = Objects.requireNonNull(whole.getParent());
        if (Files.notExists(folder)) {
            Files.createDirectories(folder, ownerOnly("rwx------"));
        }
        Path next = whole.resolveSibling(whole.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, ownerOnly("rw-------"));
        Files.writeString(next, text);
        Files.move(next, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
