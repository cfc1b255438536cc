package org.deviceoffboarding.secretkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenKeyTest {

    private static final PortalKey OLD = PortalKey.of("the-key-that-the-portal-had-before-1");
    private static final PortalKey NEW = PortalKey.of("the-key-that-the-portal-has-from-now");

    private final Path folder;
    private final Path file;

    GivenKeyTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        file = Files.writeString(folder.resolve("secret.key"), OLD.secret() + "\n");
    }

    @Test
    void aFileGetsTheNewKeyAndTheOneBeforeStaysBesideIt() throws IOException {
        GivenKey given = GivenKey.inFile(OLD, file);

        assertThat(given.replace(NEW)).isTrue();

        assertThat(given.now().id()).isEqualTo(NEW.id());
        assertThat(given.atStart().id()).isEqualTo(OLD.id());
        Path before = GivenKey.besides(file, OLD);
        assertThat(before).hasContent(OLD.secret());
        for (Path each : new Path[] {file, before}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rw-------");
        }
        assertThat(names()).containsExactly("secret.key", "secret.key." + OLD.id());
    }

    @Test
    void replacingItAgainLeavesBothAsTheyAre() throws IOException {
        GivenKey.inFile(OLD, file).replace(NEW);

        assertThat(GivenKey.inFile(OLD, file).replace(NEW)).isTrue();

        assertThat(file).hasContent(NEW.secret());
        assertThat(names()).containsExactly("secret.key", "secret.key." + OLD.id());
    }

    @Test
    void whereItWasKilledBetweenTheTwoFilesItGoesOn() throws IOException {
        Files.writeString(GivenKey.besides(file, OLD), OLD.secret());

        assertThat(GivenKey.inFile(OLD, file).replace(NEW)).isTrue();

        assertThat(file).hasContent(NEW.secret());
        assertThat(GivenKey.besides(file, OLD)).hasContent(OLD.secret());
    }

    @Test
    void aSettingIsNotReplaced() {
        GivenKey given = GivenKey.bySetting(OLD);

        assertThat(given.isReplaceable()).isFalse();
        assertThat(given.replace(NEW)).isFalse();
        assertThat(given.now().id()).isEqualTo(OLD.id());
        assertThat(given.source()).isEqualTo("PORTAL_SECRET_KEY");
    }

    @Test
    void whatTheFileCouldNotTakeItTakesWithALaterTry() throws IOException {
        Path missing = folder.resolve("gone/secret.key");
        GivenKey given = GivenKey.inFile(OLD, missing);

        assertThat(given.replace(NEW)).isFalse();

        assertThat(given.isReplaceable()).isFalse();
        assertThat(given.now().id()).isEqualTo(OLD.id());

        Files.createDirectory(folder.resolve("gone"));
        Files.writeString(missing, OLD.secret());
        assertThat(given.isReplaceable()).as("it was refused").isFalse();

        assertThat(given.replace(NEW)).isTrue();
        assertThat(given.isReplaceable()).isTrue();
        assertThat(missing).hasContent(NEW.secret());
    }

    @Test
    void theKeyBeforeThatStandsBesideItIsNotWrittenAgain() throws IOException {
        Path before = Files.writeString(GivenKey.besides(file, OLD), OLD.secret());
        Files.setLastModifiedTime(before, FileTime.fromMillis(0));

        GivenKey.inFile(OLD, file).replace(NEW);

        assertThat(Files.getLastModifiedTime(before)).isEqualTo(FileTime.fromMillis(0));
    }

    @Test
    void halfAKeyInTheFileIsNone() throws IOException {
        Files.writeString(file, "short");

        assertThat(GivenKey.inFile(OLD, file).now().id()).isEqualTo(OLD.id());
    }

    private Stream<String> names() throws IOException {
        return Files.list(folder).map(each -> each.getFileName().toString()).sorted();
    }
}
