package org.deviceoffboarding.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Makes files and folders that only their owner may read, wherever the file system knows owners. */
public final class PrivateFile {

    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private PrivateFile() {}

    /**
     * Writes the text whole or not at all: a process that is killed meanwhile leaves no half of a key behind.
     *
     * @throws FileAlreadyExistsException if the file exists
     */
    public static void write(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path parent = file.toAbsolutePath().getParent();
        Path whole = Files.createTempFile(parent, ".new-", "", ownerOnly());
        try {
            Files.writeString(whole, text + System.lineSeparator());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** Makes an empty file, or takes one that is there from everybody else. */
    static void create(Path file) throws IOException {
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException isThere) {
            takeFromOthers(file, FILE);
        }
    }

    /** Makes a folder, and those that it lies in. What was there before stays as it is. */
    public static void createFolders(Path folder) throws IOException {
        Path whole = folder.toAbsolutePath();
        if (Files.isDirectory(whole)) {
            return;
        }
        if (whole.getParent() != null) {
            createFolders(whole.getParent());
        }
        Files.createDirectory(whole);
        takeFromOthers(whole, FOLDER);
    }

    private static void takeFromOthers(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE))}
                : new FileAttribute<?>[0];
    }
}
