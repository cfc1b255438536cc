package org.deviceoffboarding.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Each portal's file holds what was signed, and nothing else. */
class CheckpointCopiesTest {

    private final CheckpointKey key = CheckpointKey.create();
    private final DataSource database =
            new DriverManagerDataSource(MigratedDatabase.ofAdministrator(), "postgres", "postgres");
    private final Path here;
    private final Path there;
    private final Sealing sealing;

    CheckpointCopiesTest(@TempDir Path folder) throws IOException {
        here = Files.createDirectory(folder.resolve("here"));
        there = Files.createDirectory(folder.resolve("there"));
        sealing = Sealing.of(database, here, key);
    }

    @BeforeEach
    void threeCheckpoints() {
        sealing.all();
        sealOne();
        sealOne();
    }

    @Test
    void aPortalThatSealedNothingCopiesWhatAnotherSealed() throws IOException {
        Sealing other = Sealing.of(database, there, key);
        other.copyOut();
        sealOne(); // and that another folder is used, too, which is an entry
        other.copyOut();

        assertThat(sizes(other.file())).containsExactly(1L, 2L, 3L, 5L);
        assertThat(there.resolve(CheckpointFile.NAME)).hasSameTextualContentAs(here.resolve(CheckpointFile.NAME));
        assertThat(there.resolve(CheckpointFile.KEYS)).hasSameTextualContentAs(here.resolve(CheckpointFile.KEYS));
    }

    @Test
    void aFileThatIsLostIsWrittenAgain() throws IOException {
        Files.delete(here.resolve(CheckpointFile.NAME));
        Files.delete(here.resolve(CheckpointFile.KEYS));

        sealing.copyOut();

        assertThat(sizes(sealing.file())).containsExactly(1L, 2L, 3L);
        assertThat(sealing.file().keys()).containsExactly(key.verifierKey(sealing.origin()));
    }

    @Test
    void thatTheFileLacksWhatItHadIsAnEntryOnce() throws IOException {
        Path file = here.resolve(CheckpointFile.NAME);
        String first =
                Files.readString(file).substring(0, Files.readString(file).length() / 3);
        Files.writeString(file, first);

        sealing.copyOut();
        sealing.copyOut();

        assertThat(lost()).isEqualTo(1);
        Files.delete(file);
        sealing.copyOut();
        assertThat(lost()).isEqualTo(2);
        assertThat(sizes(sealing.file())).containsExactly(1L, 2L, 3L);
    }

    private long lost() {
        return JdbcClient.create(database)
                .sql("select count(*) from audit_entry where action = 'audit.checkpoints-lost' and result = 'FAILED'")
                .query(Long.class)
                .single();
    }

    @Test
    void aFolderThatIsAwayKeepsNobodyFromSealingAndIsToldOf() throws IOException {
        Path away = here.resolveSibling("away");
        Files.move(here, away);
        sealOne();

        assertThat(sealing.tree().size()).isEqualTo(4);
        assertThat(sealing.trouble()).contains(here.toString()).contains("can't be written");

        Files.move(away, here);
        sealing.copyOut();
        assertThat(sealing.trouble()).isEmpty();
        assertThat(sizes(sealing.file())).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatNoKnownKeySignedDoesNotGetOutside() {
        Sealing forger = Sealing.of(database, there, CheckpointKey.create());
        add();
        forger.all();

        sealing.copyOut();

        assertThat(sizes(sealing.file())).containsExactly(1L, 2L, 3L);
        assertThat(sealing.trouble()).contains("that no key in").contains(CheckpointFile.KEYS);
    }

    @Test
    void whatSomebodyPutBesideCheckpointsKeepsNothingFromGettingOutside() {
        Checkpoint of3 = sealing.file().newest().orElseThrow().checkpoint();
        put(of3.size(), "2999-01-01T00:00:00Z", "no checkpoint");
        String replayed = sealing.file().newest().orElseThrow().text();
        put(of3.size(), "2998-01-01T00:00:00Z", replayed);
        String forged = CheckpointKey.create()
                .sign(new Checkpoint(of3.origin(), 3, new byte[32], Instant.parse("2997-01-01T00:00:00Z")))
                .text();
        put(3, "2997-01-01T00:00:00Z", forged);

        sealing.copyOut();
        assertThat(sealing.trouble()).contains("that no key in");
        sealOne();
        sealOne();

        assertThat(sizes(sealing.file())).startsWith(1L, 2L, 3L).doesNotHaveDuplicates();
        assertThat(sealing.file().newest().orElseThrow().checkpoint().size())
                .isEqualTo(sealing.tree().size());
        assertThat(sealing.trouble()).isEmpty();
        assertThat(sealing.jdbc()
                        .sql("select count(*) from audit_entry where action = 'audit.key-changed'")
                        .query(Long.class)
                        .single())
                .as("told of once, not again and again")
                .isLessThanOrEqualTo(1);
    }

    /** The sealer once went by the time of a row that nobody signed, so that whoever put it there knew the times that follow. */
    @Test
    void aTimeThatNoKeySignedIsNeverThatOfACheckpoint() {
        Instant now = Instant.now();
        SignedCheckpoint newest = sealing.file().newest().orElseThrow();
        String soon =
                now.plus(Duration.ofHours(23)).truncatedTo(ChronoUnit.SECONDS).toString();
        put(3, soon, newest.text().replace("at " + newest.checkpoint().at(), "at " + soon.replace("Z", ".000000Z")));

        sealOne();

        SignedCheckpoint next = sealing.file().newest().orElseThrow();
        assertThat(next.checkpoint().size()).isEqualTo(4);
        assertThat(next.checkpoint().at()).isBefore(now.plus(Duration.ofHours(1)));
    }

    @Test
    void rowsOfTheVerySameTimeAsACheckpointKeepItNotFromGettingOutside() {
        for (int i = 0; i < 600; i++) {
            add();
        }
        sealing.all();
        SignedCheckpoint newest = sealing.file().newest().orElseThrow();
        junk(600, newest.checkpoint().at(), 1);
        Sealing behind = Sealing.of(
                database, here, key, Clock.fixed(newest.checkpoint().at().minusSeconds(60), ZoneOffset.UTC));
        add();
        behind.all();

        SignedCheckpoint next = sealing.file().newest().orElseThrow();
        assertThat(next.checkpoint().at()).isEqualTo(newest.checkpoint().at().plusNanos(1_000));
        assertThat(next.checkpoint().size()).isEqualTo(604);
    }

    @Test
    void whereSoManyStandBetweenThatTheFileFallsBehindThatIsSaidAndTheyArePassed() {
        for (int i = 0; i < 600; i++) {
            add();
        }
        sealing.all();
        junk(600, sealing.file().newest().orElseThrow().checkpoint().at(), 20);
        sealOne();

        assertThat(sealing.trouble()).contains("is behind the database, whose newest checkpoint is of");
        assertThat(sealing.file().newest().orElseThrow().checkpoint().size()).isEqualTo(603);

        sealing.copyOut();

        assertThat(sealing.file().newest().orElseThrow().checkpoint().size()).isEqualTo(604);
        assertThat(sealing.trouble()).isEmpty();
    }

    /** @param moments how many microseconds behind a time have so many rows each */
    private void junk(int sizes, Instant behind, int moments) {
        sealing.jdbc()
                .sql("""
                insert into audit_checkpoint (size, at, note)
                select s, cast(:at as timestamptz) + k * interval '0.000001 s', 'x'
                from generate_series(1, :sizes) s, generate_series(1, :moments) k
                """)
                .param("at", behind.toString())
                .param("sizes", sizes)
                .param("moments", moments)
                .update();
    }

    @Test
    void howeverManyStandBesideTheNewestNoOtherKeyIsSaidToHaveSealed() {
        SignedCheckpoint newest = sealing.file().newest().orElseThrow();
        String forged = CheckpointKey.create().sign(newest.checkpoint()).text();
        sealing.jdbc()
                .sql("""
                insert into audit_checkpoint (size, at, note)
                select 3, at, replace(:note, :was, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
                from (select cast(:was as timestamptz) + i * interval '0.000001 s' as at from generate_series(1, 1500) i) times
                """)
                .param("note", forged)
                .param("was", newest.checkpoint().at().toString())
                .update();

        sealOne();

        assertThat(sealing.file().newest().orElseThrow().checkpoint().size()).isEqualTo(4);
        assertThat(changesOfTheKey()).isEmpty();
    }

    @Test
    void aPortalThatKnowsNoneOfTheKeysNamesNoneThatSomebodyMayHaveMadeUp() {
        add();
        Sealing stranger = Sealing.of(database, there, CheckpointKey.create());
        stranger.all();

        assertThat(changesOfTheKey())
                .singleElement()
                .asString()
                .endsWith("; no key that is known here signed what was sealed before");
    }

    private List<String> changesOfTheKey() {
        return sealing.jdbc()
                .sql("select summary from audit_entry where action = 'audit.key-changed'")
                .query(String.class)
                .list();
    }

    @Test
    void aRowThatWouldTakeTheMemoryIsRefused() {
        String large = "x".repeat(10_001);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> put(3, "2998-01-01T00:00:00Z", large))
                .withMessageContaining("audit_checkpoint_is_short");
    }

    private void put(long size, String at, String note) {
        sealing.jdbc()
                .sql("insert into audit_checkpoint (size, at, note) values (?, cast(? as timestamptz), ?)")
                .params(size, at, note)
                .update();
    }

    @Test
    void theFileOfAnotherLogStaysAsItIs() throws IOException {
        DataSource second = new DriverManagerDataSource(TestDatabase.create(), "postgres", "postgres");
        Flyway.configure().dataSource(second).load().migrate();
        byte[] before = Files.readAllBytes(here.resolve(CheckpointFile.NAME));

        Sealing other = Sealing.of(second, here, key);
        other.all();

        assertThat(other.tree().size()).isEqualTo(1);
        assertThat(other.trouble()).contains("is of another audit log");
        assertThat(Files.readAllBytes(here.resolve(CheckpointFile.NAME))).isEqualTo(before);
    }

    private void sealOne() {
        add();
        sealing.all();
    }

    private void add() {
        sealing.jdbc().sql("""
                with entry as (
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                    select at, 'a-1', 'Anna', 'lamp.lit', 'DONE', '', 'Lit the lamp', 2, sha256('\\x00'::bytea || convert_to(
                        '{"action":"lamp.lit","actor":{"id":"a-1","name":"Anna"},"at":"'
                        || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                        || '","details":{},"devices":[],"format":2,"result":"DONE","subject":"","summary":"Lit the lamp"}', 'UTF8'))
                    from (select now() as at) said
                    returning id)
                insert into audit_unsealed select id from entry
                """).update();
    }

    private static List<Long> sizes(CheckpointFile file) {
        List<Long> sizes = new ArrayList<>();
        file.read(each -> sizes.add(each.checkpoint().size()));
        return sizes;
    }
}
