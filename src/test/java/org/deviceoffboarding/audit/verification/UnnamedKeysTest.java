package org.deviceoffboarding.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deviceoffboarding.audit.LampLit;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.seal.Sealing;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A key outside is somebody else's where no entry says that it sealed. */
class UnnamedKeysTest {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(MigratedDatabase.ofAdministrator(), "postgres", "postgres");
    private final CheckpointKey first = CheckpointKey.create();
    private final Path folder;
    private Sealing portal;

    UnnamedKeysTest(@TempDir Path folder) {
        this.folder = folder;
        this.portal = Sealing.of(database, folder, first);
    }

    @BeforeEach
    void aLogThatIsSealed() {
        seal();
    }

    @Test
    void keysThatSealedOneAfterAnotherAreNamed() {
        changeTo(CheckpointKey.create());
        CheckpointKey third = CheckpointKey.create();
        changeTo(third);

        assertThat(portal.file().keys()).hasSize(3);
        assertThat(sentences(third)).isEmpty();
    }

    /** As where a verification begins before the first entry that the new key seals. */
    @Test
    void theKeyThatSealedLastIsNoStrangerWhereANewOneHasNotSealedYet() {
        CheckpointKey next = CheckpointKey.create();
        portal.file().add(next.verifierKey(portal.origin()));

        assertThat(sentences(next)).isEmpty();
    }

    @Test
    void aKeyThatNoEntryNamesIsTold() {
        VerifierKey stranger = CheckpointKey.create().verifierKey(portal.origin());
        portal.file().add(stranger);
        CheckpointKey second = CheckpointKey.create();
        changeTo(second);

        assertThat(sentences(second))
                .singleElement()
                .asString()
                .contains(" has the key " + stranger.id() + ", and no entry says that it ever sealed the log");
    }

    @Test
    void keysOfAnotherLogAreNoConcernOfThisOne() throws IOException {
        VerifierKey other = CheckpointKey.create().verifierKey("device-offboarding-portal/another");
        Files.writeString(
                portal.file().keysPath(), Files.readString(portal.file().keysPath()) + other.text() + "\n");

        assertThat(sentences(first)).isEmpty();
    }

    private void changeTo(CheckpointKey key) {
        portal = Sealing.of(database, folder, key);
        seal();
    }

    private void seal() {
        portal.transaction().executeWithoutResult(status -> portal.auditLog().record(Actor.PORTAL, new LampLit()));
        portal.all();
        portal.all(); // the entry of another key
    }

    private List<String> sentences(CheckpointKey own) {
        return new UnnamedKeys(portal.jdbc(), portal.file(), own, portal.logOrigin(), portal.newest()).sentences();
    }
}
