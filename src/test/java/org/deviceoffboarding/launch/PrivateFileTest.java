package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.deviceoffboarding.demotenant.WholeFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a folder that was there before, and that everybody may read. */
class PrivateFileTest {

    private Path folder;

    @BeforeEach
    void everybodyReadsTheFolder(@TempDir Path made) throws IOException {
        folder = made;
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void theLogIsItsOwnersAndSoIsWhatIsLeftOfEarlierOnes() throws IOException {
        Path earlier = Files.writeString(folder.resolve("portal.log.2026-11-27.0"), "x");
        Path now = Files.writeString(folder.resolve("portal.log"), "y");
        Files.setPosixFilePermissions(earlier, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(now, PosixFilePermissions.fromString("rw-r--r--"));

        PrivateLog.prepare(folder);

        assertThat(permissions(earlier)).isEqualTo("rw-------");
        assertThat(permissions(now)).isEqualTo("rw-------");
        assertThat(now).hasContent("y");
    }

    @Test
    void theLockIsItsOwners() throws IOException {
        DataFolder.open(folder).close();

        assertThat(permissions(folder.resolve("portal.lock"))).isEqualTo("rw-------");
        assertThat(permissions(folder)).isEqualTo("rwxrwxrwx");
    }

    @Test
    void foldersThatAreMadeAreTheirOwners() throws IOException {
        PrivateFile.createFolders(folder.resolve("a/b"));

        assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("a/b"))).isEqualTo("rwx------");
    }

    @Test
    void theDemoTenantsFilesAreTheirOwners() throws IOException {
        WholeFile.write(folder.resolve("made/demo-tenant.json"), "{}");

        assertThat(permissions(folder.resolve("made/demo-tenant.json"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("made"))).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
