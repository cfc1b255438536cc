package org.deviceoffboarding.launch.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.deviceoffboarding.launch.StartupException;
import org.springframework.util.FileSystemUtils;

/**
 * The programs of the PostgreSQL that comes with the portal. They are unpacked beside the data once per version: only
 * programs, and not a test library's way of running them, which trades the safety of the data for speed.
 */
final class PostgresBinaries {

    private static final String PREFIX = "programs-";

    private static final Set<PosixFilePermission> OF_A_PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");

    private PostgresBinaries() {}

    /** Returns the folder with the programs, unpacked where they are not there yet. */
    static Path unpackedIn(Path folder) throws IOException {
        byte[] archive = archive();
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        Path programs = folder.resolve(PREFIX + Long.toHexString(checksum.getValue()));
        if (Files.notExists(programs)) {
            deleteAllIn(folder);
            Path unfinished = Files.createTempDirectory(folder, PREFIX);
            unpack(archive, unfinished);
            Files.move(unfinished, programs, StandardCopyOption.ATOMIC_MOVE);
        }
        return programs;
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name").replaceFirst(" .*", "").replace("Mac", "Darwin");
        // The programs for macOS are for both of its architectures.
        String architecture = system.equals("Darwin") ? "x86_64" : ArchUtils.normalize(System.getProperty("os.arch"));
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new StartupException(
                    "The portal brings PostgreSQL for the machine that it was built on, and none for " + system + " on "
                            + architecture
                            + ": build it here, or set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD and"
                            + " PORTAL_SECRET_KEY to use one of your own.",
                    e);
        }
    }

    /** Removes programs of other versions and what a killed portal left unfinished. */
    private static void deleteAllIn(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(PREFIX)) {
                    FileSystemUtils.deleteRecursively(entry);
                }
            }
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(InputStream content, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(target, OF_A_PROGRAM);
            }
        }
    }
}
