package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    private final Path parent;

    DataFolderTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void isCreatedForItsOwnerOnly() throws IOException {
        try (DataFolder folder = DataFolder.open(parent.resolve("new"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void isHeldByOnePortalAtATime() throws IOException {
        try (DataFolder first = DataFolder.open(parent)) {
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> DataFolder.open(first.path()))
                    .withMessageContaining("Another portal is running on the data folder " + parent);
        }
    }

    @Test
    void isFreeAgainOnceItIsClosed() throws IOException {
        DataFolder.open(parent).close();

        DataFolder.open(parent).close();
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> DataFolder.open(file))
                .withMessageContaining(file + " is a file")
                .withMessageContaining("PORTAL_DATA_DIR");
    }

    @Test
    void aFolderThatCannotBeCreatedIsRefused() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> DataFolder.open(file.resolve("below")))
                .withMessageContaining("can't be written");
    }
}
