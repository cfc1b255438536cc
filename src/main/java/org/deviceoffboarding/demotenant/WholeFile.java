package org.deviceoffboarding.demotenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Replaces files whole or not at all. */
public final class WholeFile {

    private WholeFile() {}

    /** Writes a file and the folders that it lies in; a process that is killed meanwhile leaves the file as it was. */
    public static void write(Path file, String text) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(whole.getParent()));
        Path next = whole.resolveSibling(whole.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
