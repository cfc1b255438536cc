package org.deviceoffboarding.e2e;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The programs of the embedded PostgreSQL, which a portal unpacks into its data folder where they are not there yet: the first one of a
 * build does, and those after it find them, since that takes seconds and is the same each time.
 */
final class UnpackedPrograms {

    private static final Path KEPT = Path.of("target", "postgres-programs");

    private UnpackedPrograms() {}

    /** Puts those that are kept into a data folder that is empty. */
    static void giveTo(Path data) throws IOException {
        List<Path> kept = in(KEPT);
        if (!kept.isEmpty()) {
            Path folder = Files.createDirectory(
                    data.resolve("postgres"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            for (Path programs : kept) {
                copy(programs, folder.resolve(programs.getFileName()));
            }
        }
    }

    /** Keeps those that a portal unpacked, unless another one's are kept. */
    static void keep(Path data) throws IOException {
        Files.createDirectories(KEPT);
        for (Path programs : in(data.resolve("postgres"))) {
            Path kept = KEPT.resolve(programs.getFileName());
            if (Files.notExists(kept)) {
                Path unfinished =
                        Files.createTempDirectory(KEPT.getParent(), "programs").resolve("all");
                copy(programs, unfinished);
                move(unfinished, kept);
            }
        }
    }

    /** Where another process was faster, what is there already is as good. */
    private static void move(Path unfinished, Path kept) throws IOException {
        try {
            Files.move(unfinished, kept);
        } catch (FileSystemException e) {
            if (Files.notExists(kept)) {
                throw e;
            }
            FileSystemUtils.deleteRecursively(unfinished);
        }
        Files.delete(unfinished.getParent());
    }

    private static List<Path> in(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("programs-\\p{XDigit}+"))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try {
            int exit = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException("The programs in " + from + " can't be copied to " + to);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Copying " + from + " was interrupted", e);
        }
    }
}
