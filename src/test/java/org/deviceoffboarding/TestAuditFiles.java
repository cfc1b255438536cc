package org.deviceoffboarding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** What the audit log keeps outside a database of tests: each time a folder of its own, since each database has a log of its own. */
public final class TestAuditFiles {

    private static final CheckpointKey KEY = CheckpointKey.create();

    private TestAuditFiles() {}

    /** Returns the key that seals in tests. */
    public static CheckpointKey key() {
        return KEY;
    }

    /** Makes a folder with a key, and returns the settings that name them. Tests seal by hand. */
    public static Map<String, Object> settings() {
        try {
            Path folder = Files.createTempDirectory("audit-of-a-test");
            // After the contexts, which write there to their end.
            SpringApplication.getShutdownHandlers().add(() -> FileSystemUtils.deleteRecursively(folder.toFile()));
            Path key = Files.writeString(folder.resolve("audit-key.pem"), KEY.pem());
            return Map.of(
                    "portal.audit-key-file", key.toString(),
                    "portal.checkpoint-dir", folder.toString(),
                    "portal.data-dir", folder.toString(),
                    "portal.audit.sealing", "false");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
