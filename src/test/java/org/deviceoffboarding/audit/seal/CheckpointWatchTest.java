package org.deviceoffboarding.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.deviceoffboarding.audit.LampLit;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.SeenFile;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who takes checkpoints away outside the database is told of, also where no portal ran meanwhile. */
class CheckpointWatchTest {

    private static final String LOST = "audit.checkpoints-lost";
    private static final String ELSEWHERE = "audit.checkpoints-elsewhere";

    private final CheckpointKey key = CheckpointKey.create();
    private final DataSource database =
            new DriverManagerDataSource(MigratedDatabase.ofAdministrator(), "postgres", "postgres");
    private final Path data;
    private final Path share;
    private Sealing portal;

    CheckpointWatchTest(@TempDir Path folder) throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        share = Files.createDirectory(folder.resolve("share"));
        portal = start();
    }

    @BeforeEach
    void someCheckpoints() {
        seal();
        seal();
        seal();
    }

    private Sealing start() {
        return Sealing.onHost(database, share, data, "", key);
    }

    private void restart() {
        portal.stop();
        portal = start();
    }

    @Test
    void aPortalThatFindsItsFileAsItLeftItSaysNothing() {
        restart();
        portal.copyOut();
        seal();
        restart();
        portal.copyOut();

        assertThat(told()).isEmpty();
    }

    /** As where one portal is stopped while the next starts beside it. */
    @Test
    void aPortalThatStartsWhileAnotherAddsToTheSameFileMissesNothing() {
        var whileOtherAdds = new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                seal();
                return super.getConnection();
            }
        };

        Sealing.onHost(whileOtherAdds, share, data, "", key).copyOut();

        assertThat(told()).isEmpty();
    }

    @Test
    void aFileTakenAwayWhileThePortalIsStoppedIsToldOfOnce() throws IOException {
        portal.stop();
        String until = newest().checkpoint().at().toString();
        Files.delete(checkpoints());

        portal = start();
        portal.copyOut();
        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
        assertThat(portal.jdbc()
                        .sql("select details ->> 'until' || ' ' || (details ->> 'folder') || ' ' || result"
                                + " from audit_entry where action = 'audit.checkpoints-lost'")
                        .query(String.class)
                        .single())
                .isEqualTo(until + " " + share + " FAILED");
        restart();
        portal.copyOut();
        assertThat(told()).containsExactly(LOST);
    }

    @Test
    void whoTakesTheFileAwayAndTheEntryThatSaysSoIsRememberedAllTheSame() throws IOException {
        assertThat(portal.noticedLoss()).isEmpty();
        portal.stop();
        Files.delete(checkpoints());
        portal = start();
        portal.copyOut();
        Instant recorded = portal.jdbc()
                .sql("select at from audit_entry where action = 'audit.checkpoints-lost'")
                .query((row, number) -> Sql.instant(row, "at"))
                .single();
        cutOffTheEntry();

        restart();
        portal.copyOut();

        assertThat(told()).isEmpty();
        assertThat(portal.noticedLoss()).hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(recorded));
    }

    @Test
    void anotherFolderIsNoLossToBeRemembered() throws IOException {
        portal.stop();
        portal = Sealing.onHost(database, Files.createDirectory(share.resolveSibling("moved")), data, "", key);
        portal.copyOut();

        assertThat(told()).containsExactly(ELSEWHERE);
        assertThat(portal.noticedLoss()).isEmpty();
    }

    @Test
    void whoAlsoTakesWhatIsBesideTheDatabaseIsToldOfByTheDatabase() throws IOException {
        portal.stop();
        Files.delete(checkpoints());
        Files.delete(data.resolve(SeenFile.NAME));

        portal = start();
        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
    }

    @Test
    void whoAlsoChangesTheDatabaseIsToldOfByWhatIsBeside() throws IOException {
        portal.stop();
        Files.delete(checkpoints());
        forgetInside();

        portal = start();
        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
    }

    @Test
    void aFileThatWasCutWhileThePortalWasStoppedIsToldOf() throws IOException {
        portal.stop();
        String text = Files.readString(checkpoints());
        Files.writeString(checkpoints(), text.substring(0, text.length() / 2));

        portal = start();
        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
    }

    @Test
    void aFileThatHasItsEndAndNotItsBeginningIsToldOf() throws IOException {
        portal.stop();
        Files.writeString(checkpoints(), newest().text() + "\n");

        portal = start();
        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
    }

    @Test
    void aPortalThatWasKilledMissesWhatItSawLast() throws IOException {
        String text = Files.readString(checkpoints());
        seal();
        Files.writeString(checkpoints(), text);

        portal = start(); // the other never ended
        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
    }

    @Test
    void aFileTakenAwayWhileThePortalRunsIsToldOf() throws IOException {
        Files.delete(checkpoints());
        portal.copyOut();
        assertThat(told()).containsExactly(LOST);

        Files.writeString(checkpoints(), newest().text() + "\n");
        portal.copyOut();
        assertThat(told()).containsExactly(LOST, LOST);
    }

    @Test
    void aKeyThatIsGoneWithItsFilesKeepsNothingFromBeingToldOf() throws IOException {
        portal.stop();
        Files.delete(checkpoints());
        Files.delete(share.resolve(CheckpointFile.KEYS));
        Files.delete(data.resolve(SeenFile.NAME));

        portal = Sealing.onHost(database, share, data, "", CheckpointKey.create());
        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
    }

    @Test
    void anotherPortalWithAFolderOfItsOwnIsNews() throws IOException {
        Path there = Files.createDirectory(share.resolveSibling("there"));
        Path thereData = Files.createDirectory(share.resolveSibling("there-data"));
        portal.stop();
        Sealing other = Sealing.onHost(database, there, thereData, "b", key);

        other.copyOut();
        portal = start();
        portal.copyOut();

        assertThat(told()).containsExactly(ELSEWHERE);
        assertThat(summaries())
                .containsExactly("Adds the log's checkpoints to a file in " + there
                        + " on b from now on, as a new portal of this database");
        other.stop();
        Files.delete(there.resolve(CheckpointFile.NAME));
        Sealing.onHost(database, there, thereData, "b", key).copyOut();
        assertThat(told()).containsExactly(ELSEWHERE, LOST);
    }

    @Test
    void twoPortalsThatShareAFolderMissNothingOfEachOther() throws IOException {
        Path otherData = Files.createDirectory(share.resolveSibling("other-data"));
        Sealing other = Sealing.onHost(database, share, otherData, "b", key);
        other.copyOut();
        seal();
        other.copyOut();
        restart();
        portal.copyOut();

        assertThat(told()).containsExactly(ELSEWHERE);
    }

    @Test
    void aNewDatabaseBeginsWithoutAWord() {
        assertThat(told()).isEmpty();
    }

    @Test
    void anotherFolderIsNewsForAsLongAsTheFileIsStillSomewhere() throws IOException {
        portal.stop();
        Path moved = Files.createDirectory(share.resolveSibling("moved"));
        portal = Sealing.onHost(database, moved, data, "", key);
        portal.copyOut();
        assertThat(told()).containsExactly(ELSEWHERE);
        assertThat(summaries())
                .containsExactly(
                        "Adds the log's checkpoints to a file in " + moved + " from now on, and until now in " + share);

        portal.stop();
        Path along = share.resolveSibling("along");
        Files.move(moved, along);
        portal = Sealing.onHost(database, along, data, "", key);
        portal.copyOut();
        assertThat(told()).containsExactly(ELSEWHERE, ELSEWHERE);
    }

    @Test
    void anotherFolderHidesNobodyWhoTookTheFileAway() throws IOException {
        portal.stop();
        Files.delete(checkpoints());
        Path moved = Files.createDirectory(share.resolveSibling("moved"));

        portal = Sealing.onHost(database, moved, data, "", key);
        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
    }

    @Test
    void rowsThatSomebodyAddsLetNoLessBeExpected() throws IOException {
        portal.stop();
        Files.delete(checkpoints());
        Files.delete(data.resolve(SeenFile.NAME));
        portal.jdbc().sql("""
                insert into audit_checkpoint_file (at, node, folder, signed)
                select now(), '', ?, 'no note' from generate_series(1, 1100)
                """).param(share.toString()).update();

        portal = start();
        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
    }

    @Test
    void rowsThatSomebodyAddsDelayWhatTheDatabaseRemembersAndNeverHideIt() throws IOException {
        portal.stop();
        Files.delete(data.resolve(SeenFile.NAME));
        cutTheLast();
        addForged(5_000);

        portal = start();
        portal.copyOut();
        assertThat(told()).as("of the newest of them").isEmpty();
        seal();
        portal.copyOut();
        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
        portal.copyOut();
        restart();
        for (int i = 0; i < 4; i++) {
            portal.copyOut();
        }
        assertThat(told()).as("once").containsExactly(LOST);
    }

    @Test
    void rowsThatSomebodyAddsLetAPortalMissNothingThatIsThere() throws IOException {
        portal.stop();
        Files.delete(data.resolve(SeenFile.NAME));
        addForged(5_000);

        portal = start();
        for (int i = 0; i < 4; i++) {
            seal();
        }
        portal.stop();
        portal = start();
        for (int i = 0; i < 4; i++) {
            seal();
        }

        assertThat(told()).isEmpty();
    }

    /** Each is of this log and a portal's, and no key signed it. */
    private void addForged(int count) {
        SignedCheckpoint newest = newest();
        CheckpointKey stranger = CheckpointKey.create();
        for (int part = 0; part < 10; part++) {
            String text = String.join(
                            "\n",
                            portal.origin(),
                            "seen",
                            "",
                            share.toString(),
                            String.valueOf(1_000_000 + part),
                            Base64.getEncoder().encodeToString(newest.text().getBytes(StandardCharsets.UTF_8)))
                    + "\n";
            portal.jdbc()
                    .sql("""
                    insert into audit_checkpoint_file (at, node, folder, signed)
                    select now(), '', ?, ? from generate_series(1, ?)
                    """)
                    .params(
                            share.toString(),
                            stranger.sign(portal.origin(), text).note(),
                            count / 10)
                    .update();
        }
    }

    private void cutTheLast() throws IOException {
        String all = Files.readString(checkpoints());
        Files.writeString(checkpoints(), all.substring(0, all.lastIndexOf(portal.origin() + "\n")));
    }

    /** The signature of each was checked as a portal began, and so long nothing was copied out or sealed. */
    @Test
    @Timeout(40)
    void rowsThatSomebodyAddsByThousandsKeepAPortalThatStartsFromNothing() {
        portal.stop();
        portal.jdbc().sql("""
                insert into audit_checkpoint_file (at, node, folder, signed)
                select now(), s.node, 'folder ' || f, s.signed
                from (select node, signed from audit_checkpoint_file order by id desc limit 1) s,
                    generate_series(1, 999) f, generate_series(1, 200)
                """).update();

        portal = start();
        seal();

        assertThat(told()).isEmpty();
        assertThat(portal.trouble()).isEmpty();
        assertThat(newest().checkpoint().size()).isEqualTo(portal.tree().size());
    }

    @Test
    void anEndThatNobodySignedIsALossAndIsToldOf() throws IOException {
        String forged = newest().text().replaceFirst("at \\d{4}", "at 9998");
        Files.writeString(checkpoints(), Files.readString(checkpoints()) + forged + "\n");

        portal.copyOut();

        assertThat(told()).containsExactly(LOST);
        assertThat(portal.trouble()).contains("ends with a checkpoint of 9998").contains("move the file away");
        seal();
        assertThat(portal.jdbc()
                        .sql("select max(at) < now() + interval '1 day' from audit_checkpoint")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private Path checkpoints() {
        return share.resolve(CheckpointFile.NAME);
    }

    private SignedCheckpoint newest() {
        return SignedCheckpoint.parse(portal.jdbc()
                .sql("select note from audit_checkpoint order by size desc, at desc limit 1")
                .query(String.class)
                .single());
    }

    private void forgetInside() {
        portal.jdbc()
                .sql("alter table audit_checkpoint_file disable trigger user")
                .update();
        portal.jdbc().sql("delete from audit_checkpoint_file").update();
        portal.jdbc()
                .sql("alter table audit_checkpoint_file enable trigger user")
                .update();
    }

    private void cutOffTheEntry() {
        String lost = "(select id from audit_entry where action = 'audit.checkpoints-lost')";
        portal.jdbc()
                .sql("alter table audit_unsealed disable trigger user; alter table audit_entry disable trigger user")
                .update();
        portal.jdbc()
                .sql("delete from audit_unsealed where entry_id in " + lost)
                .update();
        portal.jdbc().sql("delete from audit_entry where id in " + lost).update();
        portal.jdbc()
                .sql("alter table audit_unsealed enable trigger user; alter table audit_entry enable trigger user")
                .update();
    }

    private List<String> told() {
        return portal.jdbc()
                .sql("select action from audit_entry where action like 'audit.checkpoints-%' order by id")
                .query(String.class)
                .list();
    }

    private List<String> summaries() {
        return portal.jdbc()
                .sql("select summary from audit_entry where action = 'audit.checkpoints-elsewhere' order by id")
                .query(String.class)
                .list();
    }

    private void seal() {
        portal.transaction().executeWithoutResult(status -> portal.auditLog().record(Actor.PORTAL, new LampLit()));
        portal.all();
    }
}
