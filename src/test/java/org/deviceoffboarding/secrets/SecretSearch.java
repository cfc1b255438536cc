package org.deviceoffboarding.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Searches places for all that is secret, and says in which of them what kind was found. */
public final class SecretSearch {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private final Needles needles;
    private final Set<String> findings = new TreeSet<>();

    public SecretSearch(KnownSecrets secrets) {
        assertThat(secrets.all()).as("secrets to search for").isNotEmpty();
        this.needles = Needles.of(secrets.all());
    }

    public SecretSearch text(String place, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        lines(place).write(bytes, 0, bytes.length);
        return this;
    }

    /** Searches a file, and what is packed in it: a workbook, a log that was rolled. */
    public SecretSearch file(String place, Path file) {
        try {
            search(place, file);
        } catch (NoSuchFileException goneMeanwhile) {
            // As what a database does not need any more.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /**
     * Searches all files of a folder: of an embedded database also what it keeps of rows that were deleted, but not its programs.
     *
     * @param place said before the path of a file
     */
    public SecretSearch folder(String place, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith("postgres/programs-")) {
                    file(place + ", " + path, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Searches every column of every table, also of tables that no module owns. */
    public SecretSearch database(Connection connection) {
        new TableDump(connection)
                .each((table, columns, copy) -> copy.to(new SecretScan(
                        needles,
                        (kind, form, line, column) ->
                                tell("table " + table + ", column " + columns[column], kind, form))));
        return this;
    }

    /** Returns a sentence for each kind that was found in a place where it must not be; never a secret. */
    Set<String> findings() {
        return findings;
    }

    /** Fails where anything was found that must not be there. */
    public void assertNothingFound() {
        assertThat(findings).as("Secrets that somebody can read").isEmpty();
    }

    private void search(String place, Path file) throws IOException {
        byte[] start;
        try (InputStream content = Files.newInputStream(file)) {
            start = content.readNBytes(ZIP.length);
        }
        if (Arrays.equals(start, ZIP)) {
            searchZip(place, file);
            return;
        }
        try (InputStream content = Files.newInputStream(file)) {
            InputStream unpacked = start.length >= 2 && Arrays.equals(start, 0, 2, GZIP, 0, 2)
                    ? new GZIPInputStream(content)
                    : content;
            unpacked.transferTo(lines(place));
        }
    }

    private void searchZip(String place, Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    content.transferTo(lines(place + ", " + entry.getName()));
                }
            }
        }
    }

    private SecretScan lines(String place) {
        return new SecretScan(needles, (kind, form, line, column) -> tell(place, line, kind, form));
    }

    private void tell(String place, long line, String kind, String form) {
        if (!AllowedInClear.isAllowed(place, kind)) {
            tell(place + ", line " + line, kind, form);
        }
    }

    private void tell(String place, String kind, String form) {
        findings.add(place + ": " + kind + " " + form);
    }
}
