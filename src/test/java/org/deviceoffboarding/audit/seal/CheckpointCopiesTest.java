package org.deviceoffboarding.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
