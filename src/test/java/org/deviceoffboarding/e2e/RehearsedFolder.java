package org.deviceoffboarding.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * The data folder in which the packaged portal was rehearsed, once and to its end: programs and an empty database, keys and
 * passwords. What a first start makes takes longer than all else of a start, and is the same each time.
 */
final class RehearsedFolder {

    private static final Path FOLDER = Path.of("target", "rehearsal");

    private static final Path DATABASE = Path.of("postgres");

    private RehearsedFolder() {}

    /** Copies all of it to a folder that is empty: a portal there starts for the second time. */
    static void copyTo(Path data) throws IOException {
        copy(in(FOLDER, ""), data);
    }

    /** Copies only the programs of the embedded PostgreSQL, so that a portal there starts for the first time and unpacks none. */
    static void copyProgramsTo(Path data) throws IOException {
        Path database = Files.createDirectory(
                data.resolve(DATABASE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        copy(in(FOLDER.resolve(DATABASE), "programs-"), database);
    }

    /** Returns nothing where the rehearsal failed: then each portal has all the work of its first start. */
    private static List<Path> in(Path folder, String prefix) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList();
        }
    }

    private static void copy(List<Path> all, Path to) throws IOException {
        if (all.isEmpty()) {
            return;
        }
        Stream<String> command = Stream.of(
                        Stream.of("cp", "-a"), all.stream().map(Path::toString), Stream.of(to.toString()))
                .flatMap(words -> words);
        try {
            int exit = new ProcessBuilder(command.toList()).inheritIO().start().waitFor();
            if (exit != 0) {
                throw new IOException("What the rehearsal left can't be copied to " + to);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Copying to " + to + " was interrupted", e);
        }
    }
}
