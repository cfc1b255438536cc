package org.deviceoffboarding.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFilesTest {

    private final Path folder;
    private final Path key;

    AuditFilesTest(@TempDir Path folder) {
        this.folder = folder;
        this.key = folder.resolve("audit-key.pem");
    }

    @Test
    void theKeyIsMadeOnceAndReadableByItsOwnerOnly() throws IOException {
        AuditFiles.keepKey(key);
        String made = Files.readString(key);
        AuditFiles.keepKey(key);

        assertThat(Files.readString(key)).isEqualTo(made);
        assertThat(CheckpointKey.parse(made).verifierKey("log").name()).isEqualTo("log");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(AuditFiles.requireKey(key)).isEqualTo(key);
    }

    @Test
    void aKeyThatTheOperatorNamesHasToBeThere() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> AuditFiles.requireKey(key))
                .withMessageContaining("PORTAL_AUDIT_KEY_FILE names " + key + ", which is not there");
        assertThat(key).doesNotExist();
    }

    @Test
    void aFileThatIsNoKeyIsRefusedAndNotRepeated() throws IOException {
        Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nnot-one\n-----END PRIVATE KEY-----\n");

        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> AuditFiles.requireKey(key))
                .withMessageContaining("is not a key for the audit log")
                .withMessageNotContaining("not-one");
        assertThatExceptionOfType(StartupException.class).isThrownBy(() -> AuditFiles.keepKey(key));
    }

    @Test
    void aFolderThatTheOperatorNamesHasToBeThere() throws IOException {
        assertThat(AuditFiles.requireFolder(folder)).isEqualTo(folder);
        for (Path none : new Path[] {folder.resolve("none"), Files.createFile(folder.resolve("file"))}) {
            assertThatExceptionOfType(StartupException.class)
                    .isThrownBy(() -> AuditFiles.requireFolder(none))
                    .withMessageContaining("PORTAL_CHECKPOINT_DIR names " + none);
            assertThat(folder.resolve("none")).doesNotExist();
        }
    }

    @Test
    void aKeyThatCanNotBeKeptIsToldOf() {
        assertThatExceptionOfType(StartupException.class)
                .isThrownBy(() -> AuditFiles.keepKey(folder.resolve("missing/audit-key.pem")))
                .withMessageContaining("PORTAL_AUDIT_KEY_FILE");
    }
}
