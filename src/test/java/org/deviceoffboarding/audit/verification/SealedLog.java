package org.deviceoffboarding.audit.verification;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.checkpoint.Checkpoint;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.SignedCheckpoint;
import org.deviceoffboarding.audit.checkpoint.VerifierKey;
import org.deviceoffboarding.audit.content.CanonicalText;
import org.deviceoffboarding.audit.content.ContentDevice;
import org.deviceoffboarding.audit.content.EntryContent;
import org.deviceoffboarding.audit.tree.Frontier;
import org.deviceoffboarding.audit.tree.TreeHash;
import org.deviceoffboarding.base.Progress;
import org.deviceoffboarding.base.Sql;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * An audit log in a database of its own, with a folder outside and a key, sealed by what the test does rather than by the portal's
 * sealer: whoever owns the database and has the key can do the same.
 */
final class SealedLog implements AutoCloseable {

    static final Instant BEGINNING = Instant.parse("2026-11-29T10:00:00Z");

    private final HikariDataSource database = new HikariDataSource();
    private final DataSource reader;
    private final CheckpointFile file;
    private final String origin;
    private final List<VerifierKey> keys;
    private CheckpointKey key = CheckpointKey.create();
    private int seals;
    private volatile boolean triggers = true;
    private final DataSource owner = new DelegatingDataSource(database) {
        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            if (!triggers) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set session_replication_role = replica");
                }
            }
            return connection;
        }
    };

    SealedLog(Path folder) {
        this(folder, MigratedDatabase.ofAdministrator(), "postgres");
    }

    /** A log that another role owns than the one that verifies it. */
    static SealedLog ofTwoRoles(Path folder) {
        return new SealedLog(folder, MigratedDatabase.create(), TestDatabase.USER);
    }

    private SealedLog(Path folder, String url, String verifier) {
        reader = new DriverManagerDataSource(url, verifier, "");
        database.setJdbcUrl(url);
        database.setUsername("postgres");
        database.setPassword("postgres");
        database.setMaximumPoolSize(10);
        file = new CheckpointFile(folder);
        origin = "device-offboarding-portal/"
                + jdbc().sql("select id from audit_log_identity")
                        .query(UUID.class)
                        .single();
        keys = List.of(key.verifierKey(origin));
        seal();
    }

    JdbcClient jdbc() {
        return JdbcClient.create(owner);
    }

    DataSource database() {
        return owner;
    }

    CheckpointFile file() {
        return file;
    }

    /** From now on seals are made by a key that the log does not know. */
    void changeKey() {
        key = CheckpointKey.create();
    }

    /** Lets the owner do whatever it likes, and leaves the tables as the migrations made them. */
    SealedLog withoutTriggers() {
        triggers = false;
        return this;
    }

    /** Stores entries, each a device's, with details. */
    SealedLog entries(int count) {
        for (int i = 0; i < count; i++) {
            store(owner, "Entry with \"quotes\", \\ and \uD83D\uDE00 " + i);
        }
        return this;
    }

    void store(DataSource in, String summary) {
        EntryContent content = new EntryContent(
                EntryContent.NEWEST,
                BEGINNING.plusSeconds(seals),
                "a-1",
                "anna@contoso.example",
                "lamp.renamed",
                "DONE",
                "lamp:1",
                summary,
                Map.of("zz", 1L, "a", "text", "before", Map.of("name", "L\u00e4mp", "on", true), "none", List.of()),
                List.of(
                        new ContentDevice(UUID.randomUUID(), null, "LAPTOP-1"),
                        new ContentDevice(UUID.randomUUID(), UUID.randomUUID(), "")));
        JdbcClient.create(in)
                .sql("""
                with entry as (
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, details, format, leaf_hash)
                    values (:at, :actorId, :actorName, :action, :result, :subject, :summary, cast(:details as jsonb), 2, :leaf)
                    returning id),
                waits as (insert into audit_unsealed select id from entry)
                insert into audit_entry_device
                select entry.id, d.* from entry cross join unnest(:objectIds, :deviceIds, :names) d
                """)
                .param("at", Sql.timestamp(content.at()))
                .param("actorId", content.actorId())
                .param("actorName", content.actorName())
                .param("action", content.action())
                .param("result", content.result())
                .param("subject", content.subject())
                .param("summary", content.summary())
                .param("details", CanonicalText.json(content.details()))
                .param("leaf", new TreeHash().leaf(content.bytes()))
                .param(
                        "objectIds",
                        content.devices().stream().map(ContentDevice::objectId).toArray(UUID[]::new))
                .param(
                        "deviceIds",
                        content.devices().stream().map(ContentDevice::deviceId).toArray(UUID[]::new))
                .param(
                        "names",
                        content.devices().stream().map(ContentDevice::name).toArray(String[]::new))
                .update();
    }

    /** Stores many entries at once, all of one kind. */
    SealedLog manyEntries(int count) {
        jdbc().sql("""
                with made as (
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                    select at, 'a-1', 'anna@contoso.example', 'lamp.renamed', 'DONE', 'lamp:' || n, summary, 2,
                        sha256('\\x00'::bytea || convert_to(
                            '{"action":"lamp.renamed","actor":{"id":"a-1","name":"anna@contoso.example"},"at":"'
                            || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                            || '","details":{},"devices":[],"format":2,"result":"DONE","subject":"lamp:' || n
                            || '","summary":' || to_json(summary) || '}', 'UTF8'))
                    from (select n, timestamptz '2026-11-29T11:00:00Z' + n * interval '1 millisecond' as at,
                            'Renamed the lamp ' || n || ' to "Lampe ' || md5(n::text) || '"' as summary
                        from generate_series(1, :count) n) numbered
                    returning id)
                insert into audit_unsealed select id from made
                """).param("count", count).update();
        return this;
    }

    /** Numbers all that wait, and copies the checkpoint out. */
    SealedLog seal() {
        SignedCheckpoint signed = sealInside();
        file.append(
                origin, newest -> newest != null && newest.text().equals(signed.text()) ? List.of() : List.of(signed));
        return this;
    }

    /** Writes the file outside anew from what the database has, as a portal does that finds it gone. */
    void writeFileAnew() throws IOException {
        Files.delete(file.path());
        List<SignedCheckpoint> inside =
                jdbc().sql("select note from audit_checkpoint order by size").query(String.class).list().stream()
                        .map(SignedCheckpoint::parse)
                        .toList();
        file.append(origin, newest -> newest == null ? inside : List.of());
    }

    /** As {@link #seal}, without the copy. */
    SignedCheckpoint sealInside() {
        Frontier tree = new Frontier();
        long size = 0;
        try (Connection connection = owner.getConnection();
                var sealed = connection.createStatement();
                var leaves = connection.prepareStatement("insert into audit_leaf values (?, ?, ?)");
                var tiles =
                        connection.prepareStatement("insert into audit_tile values (?, ?, ?) on conflict do nothing")) {
            connection.setAutoCommit(false);
            sealed.setFetchSize(1_000);
            var known = sealed.executeQuery("select leaf_hash from audit_leaf order by number");
            while (known.next()) {
                tree.append(known.getBytes(1));
                size++;
            }
            var waiting = connection
                    .createStatement()
                    .executeQuery(
                            "select e.id, e.leaf_hash from audit_unsealed u join audit_entry e on e.id = u.entry_id order by e.id");
            List<Tile> made = new ArrayList<>();
            while (waiting.next()) {
                leaves.setLong(1, ++size);
                leaves.setLong(2, waiting.getLong(1));
                leaves.setBytes(3, waiting.getBytes(2));
                leaves.addBatch();
                tree.append(waiting.getBytes(2), (height, position, root) -> {
                    if (height > 0 && height % 8 == 0) {
                        made.add(new Tile(height / 8, position, root));
                    }
                });
            }
            leaves.executeBatch();
            for (Tile tile : made) {
                tiles.setInt(1, tile.level());
                tiles.setLong(2, tile.position());
                tiles.setBytes(3, tile.hash());
                tiles.addBatch();
            }
            tiles.executeBatch();
            sealed.execute("delete from audit_unsealed");
            SignedCheckpoint signed = key.sign(new Checkpoint(origin, size, tree.root(), now()));
            try (var checkpoint = connection.prepareStatement("insert into audit_checkpoint values (?, now(), ?)")) {
                checkpoint.setLong(1, size);
                checkpoint.setString(2, signed.text());
                checkpoint.execute();
            }
            connection.commit();
            return signed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Tile(int level, long position, byte[] hash) {}

    /** Returns when the next seal is made: a minute after the one before. */
    private Instant now() {
        return BEGINNING.plusSeconds(60L * ++seals);
    }

    /** Numbers everything anew, as whoever has rewritten it would. */
    void sealAgain() {
        jdbc().sql("truncate audit_leaf, audit_tile, audit_checkpoint, audit_unsealed")
                .update();
        jdbc().sql("insert into audit_unsealed select id from audit_entry").update(); // without triggers
        sealInside();
    }

    long size() {
        return jdbc().sql("select max(number) from audit_leaf")
                .query(Long.class)
                .single();
    }

    OutsideCheckpoints outside() {
        return new CheckpointsInFile(file, origin);
    }

    LogFindings verify() {
        return verifier().verify(0, Progress.UNSEEN);
    }

    LogFindings verifyBehind(long size) {
        return verifier().verify(size, Progress.UNSEEN);
    }

    LogVerifier verifier() {
        return verifier(List.of());
    }

    LogVerifier verifier(List<Excuse> excuses) {
        return new LogVerifier(reader, outside(), new Notes(origin, keys), excuses, List.of());
    }

    @Override
    public void close() {
        database.close();
    }
}
