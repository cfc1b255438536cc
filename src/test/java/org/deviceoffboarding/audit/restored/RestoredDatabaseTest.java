package org.deviceoffboarding.audit.restored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.seal.KnownKeys;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.audit.seal.Sealing;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@PortalTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OWNER})
class RestoredDatabaseTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private RestoredDatabase restored;

    @Autowired
    private RestorationService service;

    @Autowired
    private CheckpointFile file;

    @Autowired
    private KnownKeys keys;

    @Autowired
    private LogOrigin origin;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void seal() {
        RestoredBackup.record(application);
        Sealing.allOf(application);
    }

    @AfterEach
    void forget() {
        RestoredBackup.forget(application);
    }

    @Test
    void aDatabaseThatHasAllThatWasSignedIsHeldByNothing() {
        assertThat(restored.holds()).isFalse();
        assertThat(service.open()).isEmpty();
    }

    @Test
    void aRestoredBackupIsNoticedOnceAndRecorded() {
        RestoredBackup.restore(application);
        long size = RestoredBackup.size(jdbc);

        assertThat(restored.holds()).isTrue();
        assertThat(restored.holds()).isTrue();

        Restoration found = service.open().orElseThrow();
        assertThat(found.sizeInside()).isEqualTo(size);
        assertThat(found.sizeOutside()).isEqualTo(size + 1);
        assertThat(found.insideAt()).isNotNull();
        assertThat(jdbc.sql(
                                "select count(*) from audit_restoration r where not exists (select from audit_restoration_confirmed c where c.restoration_id = r.id)")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(newest()).isEqualTo("audit.restored-found FAILED");
    }

    @Test
    void nothingIsSealedUntilAnOwnerHasConfirmedIt() {
        RestoredBackup.restore(application);
        RestoredBackup.record(application);

        assertThat(Sealing.allOf(application)).isZero();

        service.confirm();

        assertThat(newest()).isEqualTo("audit.restored-confirmed DONE");
        assertThat(Sealing.allOf(application))
                .as("what was found, recorded and confirmed")
                .isEqualTo(3);
        assertThat(restored.holds()).isFalse();
        assertThat(service.open()).isEmpty();
        assertThat(file.newest().orElseThrow().checkpoint().size()).isEqualTo(RestoredBackup.size(jdbc));
    }

    @Test
    void aConfirmationThatThisLogDidNotSignLiftsNothing() {
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();
        int confirmed = restored.confirmed().size();

        for (String signed : List.of("", "restored\n\n— x y\n", signedByAnotherKey())) {
            jdbc.sql("""
                    insert into audit_restoration_confirmed (restoration_id, at, actor_id, actor_name, signed)
                    select max(id), now(), 'x', 'owner@contoso.example', :signed from audit_restoration
                    """).param("signed", signed).update();
        }

        assertThat(restored.holds()).isTrue();
        assertThat(service.open()).isPresent();
        assertThat(restored.confirmed()).hasSize(confirmed);
        service.confirm();
        assertThat(restored.holds()).isFalse();
        assertThat(restored.confirmed()).hasSize(confirmed + 1);
    }

    private String signedByAnotherKey() {
        return new ConfirmationNotes(CheckpointKey.create(), keys, origin)
                .sign(
                        jdbc.sql(
                                        "select id, found_at, size_inside, note from audit_restoration order by id desc limit 1")
                                .query((row, number) -> new FoundRestoration(
                                        row.getLong("id"),
                                        row.getTimestamp("found_at").toInstant(),
                                        row.getLong("size_inside"),
                                        row.getString("note")))
                                .single(),
                        Instant.EPOCH,
                        "owner@contoso.example");
    }

    @Test
    void whatIsRestoredOnceMoreIsNoticedOnceMore() {
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();
        service.confirm();
        RestoredBackup.restore(application);

        assertThat(restored.holds()).isTrue();
        assertThat(service.open()).isPresent();
    }

    @Test
    void aSecondOwnerIsToldThatAnotherWasFaster() {
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();
        service.confirm();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> service.confirm())
                .withMessage("Another owner has confirmed it in the meantime.");
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.AUDITOR, Roles.APPROVER, Roles.OPERATOR})
    void nobodyButAnOwnerConfirmsIt() {
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> service.confirm());
        assertThat(service.open()).isPresent();
    }

    @Test
    void aFileThatIsBehindOrMissingIsNoAlarm() throws IOException {
        byte[] behind = Files.readAllBytes(file.path());
        RestoredBackup.record(application);
        Sealing.allOf(application);
        Files.write(file.path(), behind);
        assertThat(restored.holds()).as("behind").isFalse();

        Files.delete(file.path());
        assertThat(restored.holds()).as("missing").isFalse();
    }

    @Test
    void whatSomebodyWroteIntoTheFileWithoutTheKeyIsNoAlarm() throws IOException {
        String text = Files.readString(file.path());
        String last = file.newest().orElseThrow().text();
        long size = RestoredBackup.size(jdbc);
        Files.writeString(file.path(), text + last.replaceFirst("\n" + size + "\n", "\n" + (size + 100) + "\n") + "\n");

        assertThat(restored.holds()).isFalse();

        Files.writeString(file.path(), text);
    }

    private String newest() {
        return jdbc.sql("select action || ' ' || result from audit_entry order by id desc limit 1")
                .query(String.class)
                .single();
    }
}
