package org.deviceoffboarding.audit.restored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deviceoffboarding.PortalTest;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.seal.LogOrigin;
import org.deviceoffboarding.audit.seal.SealService;
import org.deviceoffboarding.audit.seal.Sealing;
import org.deviceoffboarding.base.Roles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A database of its own, whose log keeps that checkpoints were lost. */
@PortalTest
@TestPropertySource(properties = "test.log=torn")
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@WithMockUser(
        username = "olga",
        roles = {Roles.READER, Roles.OWNER})
class RestoredDatabaseTest {

    @Autowired
    private ApplicationContext application;

    /** Later than anything that this log signs. */
    private static final Instant OTHERS = Instant.parse("2199-01-01T00:00:00Z");

    @Autowired
    private RestoredDatabase restored;

    @Autowired
    private SealService seals;

    @Autowired
    private RestorationService service;

    @Autowired
    private CheckpointFile file;

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
        forget("audit_restoration", "note = 'torn'");
        forget("audit_restoration_confirmed", "actor_id = 'x'");
        forgetLosses();
        RestoredBackup.forget(application);
        forgetLosses();
    }

    /** Files that came and went here are told of in no other test. They are not sealed yet. */
    private void forgetLosses() {
        String losses = "action = 'audit.checkpoints-lost' and id in (select entry_id from audit_unsealed)";
        List<Long> ids = jdbc.sql("select id from audit_entry where " + losses)
                .query(Long.class)
                .list();
        forget("audit_entry", losses);
        ids.forEach(id -> forget("audit_unsealed", "entry_id = " + id));
    }

    private void forget(String table, String which) {
        TestDatabase.asAdministrator(jdbc, "alter table " + table + " disable trigger user");
        TestDatabase.asAdministrator(jdbc, "delete from " + table + " where " + which);
        TestDatabase.asAdministrator(jdbc, "alter table " + table + " enable trigger user");
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
                                "select count(*) from audit_restoration where size_outside = :size and size_inside = :inside")
                        .param("size", size + 1)
                        .param("inside", size)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(newest()).isEqualTo("audit.restored-found FAILED");
    }

    @Test
    void whoTakesTheFileOutsideAwayAsWellReleasesNothing() throws IOException {
        RestoredBackup.restore(application);
        long size = RestoredBackup.size(jdbc);
        Files.delete(file.path());

        assertThat(restored.holds()).isTrue();

        assertThat(service.open().orElseThrow().sizeOutside()).isEqualTo(size + 1);
    }

    @Test
    void nothingIsSealedUntilAnOwnerHasConfirmedIt() {
        RestoredBackup.restore(application);
        RestoredBackup.record(application);

        assertThat(Sealing.allOf(application)).isZero();

        confirm();

        assertThat(newest()).isEqualTo("audit.restored-confirmed DONE");
        assertThat(Sealing.allOf(application))
                .as("what was found, recorded and confirmed")
                .isEqualTo(3);
        assertThat(restored.holds()).isFalse();
        assertThat(service.open()).isEmpty();
        assertThat(file.newest().orElseThrow().checkpoint().size()).isEqualTo(RestoredBackup.size(jdbc));
    }

    @Test
    void whatTheRowSaysOfTheSizeInsideIsNotWhatAnOwnerConfirms() {
        RestoredBackup.restore(application);
        long size = RestoredBackup.size(jdbc);
        assertThat(restored.holds()).isTrue();
        TestDatabase.asAdministrator(jdbc, "alter table audit_restoration disable trigger user");
        TestDatabase.asAdministrator(
                jdbc,
                "update audit_restoration set size_inside = 0 where id = (select max(id) from audit_restoration)");
        TestDatabase.asAdministrator(jdbc, "alter table audit_restoration enable trigger user");

        confirm();

        assertThat(restored.confirmed().getLast().sizeInside()).isEqualTo(size);
        assertThat(restored.holds()).isFalse();
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
        confirm();
        assertThat(restored.holds()).isFalse();
        assertThat(restored.confirmed()).hasSize(confirmed + 1);
    }

    private String signedByAnotherKey() {
        return new ConfirmationNotes(CheckpointKey.create(), origin)
                .sign(
                        jdbc.sql(
                                        "select id, found_at, size_inside, note from audit_restoration order by id desc limit 1")
                                .query((row, number) -> new FoundRestoration(
                                        row.getLong("id"),
                                        row.getTimestamp("found_at").toInstant(),
                                        row.getLong("size_inside"),
                                        row.getString("note")))
                                .single(),
                        0,
                        Instant.EPOCH,
                        "owner@contoso.example");
    }

    @Test
    void whatIsRestoredOnceMoreIsNoticedOnceMore() {
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();
        confirm();
        RestoredBackup.restore(application);

        assertThat(restored.holds()).isTrue();
        assertThat(service.open()).isPresent();
    }

    @Test
    void aSecondOwnerIsToldThatAnotherWasFaster() {
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();
        Restoration seen = service.open().orElseThrow();
        service.confirm(seen);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> service.confirm(seen))
                .withMessage("Another owner has confirmed it in the meantime.");
    }

    @Test
    void whatWasRestoredSinceAnOwnerLookedIsNotConfirmed() {
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();
        Restoration now = service.open().orElseThrow();
        Restoration before = new Restoration(
                now.id(),
                now.foundAt().minusSeconds(60),
                now.sizeInside(),
                now.insideAt(),
                now.sizeOutside(),
                now.outsideAt(),
                now.anotherLog());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> service.confirm(before))
                .withMessageContaining("restored once more in the meantime");
        assertThat(restored.holds()).isTrue();
    }

    @Test
    @WithMockUser(roles = {Roles.READER, Roles.AUDITOR, Roles.APPROVER, Roles.OPERATOR})
    void nobodyButAnOwnerConfirmsIt() {
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();

        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> confirm());
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

    @Test
    void aRowWithACheckpointThatTheDatabaseHasHoldsNothingAndIsSaid() {
        String newest = file.newest().orElseThrow().text();
        insert(newest);

        assertThat(restored.holds()).isFalse();
        assertThat(service.open()).isEmpty();
        assertThat(restored.foreign())
                .anyMatch(each ->
                        each.contains("names a checkpoint that the database has: it was put in past the portal"));
    }

    @Test
    void aRowWithACheckpointThatNobodySignedHoldsNothingAndIsSaid() {
        String newest = file.newest().orElseThrow().text();
        long size = RestoredBackup.size(jdbc);
        insert(newest.replaceFirst("\n" + size + "\n", "\n" + (size + 100) + "\n"));

        assertThat(restored.holds()).isFalse();
        assertThat(restored.foreign()).anyMatch(each -> each.contains("names a checkpoint that no known key signed"));
        forget("audit_restoration", "size_outside = 1");
    }

    /** Each of them was held against the keys, and looked for in the database, whenever anything was sealed or any page opened. */
    @Test
    @Timeout(60)
    void whatSomebodyAddsByThousandsTakesABoundedEffortAndHidesNothingThatCounts() {
        String there = file.newest().orElseThrow().text();
        long size = RestoredBackup.size(jdbc);
        flood("select :note || repeat(' ', 0)", there, 20_000);
        flood("select replace(:note, e'\n" + size + "\n', e'\n' || (" + size + " + i) || e'\n')", there, 2_000);
        for (int look = 0; look < 5; look++) {
            assertThat(restored.holds()).isFalse();
            assertThat(restored.lastFoundAt()).isEqualTo(restored.lastFoundAt());
        }
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();
        flood("select :note || repeat(' ', 0)", there, 3_000);
        long row = service.open().orElseThrow().id();
        jdbc.sql("""
                insert into audit_restoration_confirmed (restoration_id, at, actor_id, actor_name, signed)
                select :row, now(), 'x', 'x', 'x' || i from generate_series(1, 3000) i
                """).param("row", row).update();

        assertThat(restored.foreign()).hasSize(42).contains("There are more such rows than are named here.");
        confirm();

        assertThat(restored.holds()).isFalse();
        assertThat(service.open()).isEmpty();
        forget("audit_restoration_confirmed", "actor_id = 'x'");
        forget("audit_restoration", "size_outside = 1");
    }

    private void flood(String note, String of, int rows) {
        jdbc.sql("""
                insert into audit_restoration (found_at, size_inside, size_outside, note)
                select '9000-01-01T00:00:00Z', 0, 1, (%s) from generate_series(1, :rows) i
                """.formatted(note)).param("note", of).param("rows", rows).update();
    }

    @Test
    void aRestorationThatAnOwnerConfirmedHoldsNothingOnceMoreThoughSomebodySaysItAgain() {
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();
        confirm();

        jdbc.sql("""
                insert into audit_restoration (found_at, size_inside, size_outside, note)
                select now(), size_inside, size_outside, note from audit_restoration order by id desc limit 1
                """).update();

        assertThat(restored.holds()).isFalse();
        assertThat(service.open()).isEmpty();
    }

    @Test
    void whatNobodySignedSaysNothingOfWhenTheDatabaseWasRestored() {
        Optional<Instant> before = restored.lastFoundAt();
        jdbc.sql("""
                insert into audit_restoration (found_at, size_inside, size_outside, note)
                values ('9000-01-01T00:00:00Z', 0, 1, :note)
                """).param("note", file.newest().orElseThrow().text()).update();

        assertThat(restored.lastFoundAt()).isEqualTo(before);
        forget("audit_restoration", "size_outside = 1");
    }

    private void insert(String note) {
        jdbc.sql("""
                insert into audit_restoration (found_at, size_inside, size_outside, note) values (now(), 0, 1, :note)
                """).param("note", note).update();
    }

    @Test
    void aRowThatNamesNoCheckpointHoldsNothingAndIsSaid() {
        jdbc.sql("""
                insert into audit_restoration (found_at, size_inside, size_outside, note) values (now(), 0, 0, 'torn')
                """).update();
        long row = jdbc.sql("select max(id) from audit_restoration")
                .query(Long.class)
                .single();

        assertThat(restored.holds()).isFalse();
        assertThat(service.open()).isEmpty();
        assertThat(restored.foreign())
                .contains("Row " + row
                        + " of those that say that the database was restored names no checkpoint: it was put in past the portal, and"
                        + " holds nothing.");
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();
        assertThat(service.open()).isPresent();
    }

    @Test
    void aConfirmationThatNoKeySignedIsSaid() {
        RestoredBackup.restore(application);
        assertThat(restored.holds()).isTrue();
        long row = service.open().orElseThrow().id();
        jdbc.sql("insert into audit_restoration_confirmed values (?, now(), 'x', 'x', 'x')")
                .params(row)
                .update();

        assertThat(restored.foreign()).anyMatch(sentence -> sentence.startsWith("A confirmation of row " + row + " "));
    }

    @Test
    void aDatabaseBesideTheFilesOfAnotherLogIsHeldUntilAnOwnerConfirmsIt() throws IOException {
        String own = Files.readString(file.path());
        String ownKeys = Files.readString(file.keysPath());
        beside("device-offboarding-portal/before", CheckpointKey.create(), true);
        try {
            assertThat(restored.holds()).isTrue();
            RestoredBackup.record(application);
            assertThat(Sealing.allOf(application)).isZero();
            Restoration found = service.open().orElseThrow();
            assertThat(found.anotherLog()).isTrue();
            assertThat(found.sizeOutside()).isEqualTo(7);
            assertThat(jdbc.sql("select summary from audit_entry order by id desc limit 1 offset 1")
                            .query(String.class)
                            .single())
                    .startsWith("Found the checkpoints outside, the newest of 7 entries, to be of another log");
            int confirmed = restored.confirmed().size();

            confirm();

            assertThat(restored.holds()).isFalse();
            assertThat(restored.confirmed())
                    .as("nothing that this log signed is excused")
                    .hasSize(confirmed);
            assertThat(Sealing.allOf(application)).isPositive();
            assertThat(seals.state().trouble()).contains("is of another audit log than this database's: move it away");
            assertThat(file.newest().orElseThrow().checkpoint().at())
                    .as("nothing was added there")
                    .isEqualTo(OTHERS);
            assertThat(Objects.requireNonNull(seals.state().newest())
                            .checkpoint()
                            .at())
                    .as("another log's times are not this one's")
                    .isBefore(OTHERS);
        } finally {
            Files.writeString(file.path(), own);
            Files.writeString(file.keysPath(), ownKeys);
        }
    }

    @Test
    void aFileOfAnotherLogThatNoKeyBesideItSignedIsNoAlarm() throws IOException {
        String own = Files.readString(file.path());
        beside("device-offboarding-portal/made-up", CheckpointKey.create(), false);
        try {
            assertThat(restored.holds()).isFalse();
        } finally {
            Files.writeString(file.path(), own);
        }
    }

    private void beside(String log, CheckpointKey key, boolean withKey) throws IOException {
        Files.writeString(
                file.path(),
                key.sign(new Checkpoint(log, 7, new byte[32], OTHERS)).text() + "\n");
        if (withKey) {
            Files.writeString(file.keysPath(), key.verifierKey(log).text() + "\n");
        }
    }

    private String newest() {
        return jdbc.sql("select action || ' ' || result from audit_entry order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private void confirm() {
        service.confirm(service.open().orElseThrow());
    }
}
