package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeyTest {

    private final Path folder;

    SecretKeyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isTheSameAtEveryStart() {
        String key = SecretKey.keptIn(folder.resolve("secret.key"));

        assertThat(SecretKey.keptIn(folder.resolve("secret.key"))).isEqualTo(key);
    }

    @Test
    void isAnotherOneInEveryFolder() {
        assertThat(SecretKey.keptIn(folder.resolve("one"))).isNotEqualTo(SecretKey.keptIn(folder.resolve("two")));
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("secret.key");

        SecretKey.keptIn(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anEmptyFileIsRefusedRatherThanReplaced() throws IOException {
        Path file = Files.createFile(folder.resolve("secret.key"));

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> SecretKey.keptIn(file))
                .withMessageContaining(file + " is too short");
        assertThat(file).isEmptyFile();
    }

    @Test
    void aFileThatCannotBeWrittenIsRefused() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> SecretKey.keptIn(folder.resolve("missing/secret.key")))
                .withMessageContaining("PORTAL_SECRET_KEY");
    }
}
