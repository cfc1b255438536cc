package org.deviceoffboarding.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.audit.AuditableAction;
import org.deviceoffboarding.audit.AuditedDevice;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.tree.InclusionProof;
import org.deviceoffboarding.audit.tree.MerkleTree;
import org.deviceoffboarding.audit.tree.NaiveTree;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.base.database.MigratedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.TransactionStatus;

/** Entries get their numbers once they are committed, and nobody waits for anybody. */
class SealerTest {

    private static final Actor ANNA = new Actor("a-1", "anna@contoso.example");

    private final CheckpointKey key = CheckpointKey.create();
    private final HikariDataSource database = new HikariDataSource();
    private final String url = MigratedDatabase.ofAdministrator();
    private final Path folder;

    private Sealing sealing;
    private JdbcClient jdbc;

    SealerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void anEmptyLogWhoseFirstEntryIsSealed() {
        database.setJdbcUrl(url);
        database.setUsername("postgres");
        database.setPassword("postgres");
        database.setMaximumPoolSize(20);
        database.setMinimumIdle(1);
        sealing = Sealing.of(database, folder, key);
        jdbc = sealing.jdbc();
        sealing.all();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsCommittedIsNumberedInTheOrderOfStoring() {
        record(3);

        assertThat(sealing.all()).isEqualTo(3);

        assertThat(sealed()).containsExactly("audit.taken-over", "1", "2", "3");
        assertThat(sealing.all()).isZero();
        SealedLogInvariants.hold(jdbc);
        assertThat(sealing.file().newest().orElseThrow().checkpoint().size()).isEqualTo(4);
        assertThat(sealing.file()
                        .newest()
                        .orElseThrow()
                        .isSignedBy(sealing.file().keys()))
                .isTrue();
    }

    @Test
    void aTransactionThatCommitsLateIsNumberedLaterAndDelaysNobodyElse() {
        inTransaction(late -> {
            record("late");
            onAnotherThread(() -> {
                record("soon");
                return sealing.all();
            });
            assertThat(sealed()).containsExactly("audit.taken-over", "soon");
        });

        sealing.all();

        assertThat(sealed()).containsExactly("audit.taken-over", "soon", "late");
        assertThat(jdbc.sql("select entry_id from audit_leaf order by number desc limit 2")
                        .query(Long.class)
                        .list())
                .isSorted();
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void whatIsOpenElsewhereDelaysNothing() throws SQLException {
        String other = TestDatabase.create();
        try (Connection elsewhere = open(other);
                Connection idle = open(url)) {
            elsewhere.createStatement().execute("select pg_current_xact_id()");
            idle.createStatement().execute("select pg_current_xact_id(), count(*) from audit_entry, audit_unsealed");
            idle.createStatement().execute("select * from audit_entry for key share");

            record(2);
            sealing.all();

            assertThat(sealed()).containsExactly("audit.taken-over", "1", "2");
        }
    }

    private static Connection open(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
        connection.setAutoCommit(false);
        return connection;
    }

    @Test
    void whatIsRolledBackLeavesNothingAndNoGap() {
        inTransaction(status -> {
            record("never");
            status.setRollbackOnly();
        });
        record("after");

        sealing.all();

        assertThat(sealed()).containsExactly("audit.taken-over", "after");
        assertThat(count("audit_entry")).isEqualTo(2);
        assertThat(count("audit_entry_device")).isEqualTo(1);
        assertThat(count("audit_unsealed")).isZero();
    }

    @Test
    void writersWithOpenTransactionsDoNotWaitForOneAnotherNorForTheSealer() {
        int writers = 16;
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var stored = new CountDownLatch(writers);
            var looked = new CountDownLatch(1);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                String name = "writer-" + i;
                all.add(threads.submit(() -> {
                    inTransaction(status -> {
                        record(name);
                        stored.countDown();
                        await(looked);
                    });
                    return null;
                }));
            }
            await(stored); // each has stored its entry while all the others' transactions are open

            record("meanwhile");
            assertThat(sealing.all()).isEqualTo(1);
            assertThat(jdbc.sql("""
                    select count(*) from pg_locks
                    where (not granted or locktype = 'advisory')
                        and pid in (select pid from pg_stat_activity where datname = current_database())
                    """).query(Long.class).single())
                    .as("locks that are waited for, or are the log's")
                    .isZero();
            looked.countDown();
            all.forEach(SealerTest::result);
        }
        assertThat(sealing.all()).isEqualTo(writers);
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void sealersAtOnceNumberWithoutGapsOrDoubles() {
        AtomicBoolean written = new AtomicBoolean();
        AtomicInteger sealed = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(7)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                writers.add(threads.submit(() -> record(100)));
            }
            List<Future<?>> sealers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Sealing own = Sealing.of(database, folder, key);
                sealers.add(threads.submit(() -> {
                    while (!written.get()) {
                        sealed.addAndGet(own.all());
                    }
                }));
            }
            writers.forEach(SealerTest::result);
            written.set(true);
            sealers.forEach(SealerTest::result);
        }
        sealed.addAndGet(sealing.all());

        assertThat(sealed).hasValue(400);
        assertThat(count("audit_leaf")).isEqualTo(401);
        SealedLogInvariants.hold(jdbc);
        sealing.copyOut();
        List<Long> outside = new ArrayList<>();
        sealing.file().read(each -> outside.add(each.checkpoint().size()));
        assertThat(outside)
                .isEqualTo(jdbc.sql("select size from audit_checkpoint order by size")
                        .query(Long.class)
                        .list());
    }

    @Test
    void aSealerThatIsKilledAnywhereLeavesNothingHalf() {
        CutConnections cut = new CutConnections(database);
        Sealing killed = Sealing.of(cut, folder, key);
        killed.origin();
        addEntries(300); // a tile among them
        int kills = 0;
        for (boolean done = false; !done; kills++) {
            cut.cutAfter(kills);
            try {
                killed.all();
                done = count("audit_unsealed") == 0 && killed.trouble().isEmpty();
            } catch (RuntimeException e) {
                SealedLogInvariants.hold(jdbc);
                assertThat(count("audit_leaf")).isIn(1L, 301L);
            }
            assertThat(kills).isLessThan(40);
        }

        assertThat(kills).isGreaterThan(10);
        assertThat(count("audit_leaf")).isEqualTo(301);
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void whatIsStoredAndSealedIsLookedUpByItsOwnKeyThoughTheLogWasEmptyWhenThatWasPlanned() {
        var connection =
                new SingleConnectionDataSource(MigratedDatabase.ofAdministrator(), "postgres", "postgres", true);
        try {
            Sealing alone = Sealing.of(connection, folder.resolve("alone"), key);
            for (int i = 0; i < 100; i++) {
                alone.transaction()
                        .executeWithoutResult(status -> alone.auditLog().record(ANNA, new Lit("one of many")));
            }
            assertThat(alone.all()).isEqualTo(101);

            alone.jdbc().sql("select pg_stat_force_next_flush()").query().listOfRows();
            assertThat(alone.jdbc().sql("""
                            select indexrelname from pg_stat_user_indexes
                            where relname in ('audit_entry', 'audit_entry_device') and idx_scan > 0
                            """).query(String.class).list())
                    .containsExactlyInAnyOrder("audit_entry_pkey", "audit_entry_device_pkey");
        } finally {
            connection.destroy();
        }
    }

    @Test
    void largeBatchesMakeTheTilesAndProofsOfANaiveTree() {
        addEntries(70_000);

        assertThat(sealing.all()).isEqualTo(70_000);

        assertThat(count("audit_tile")).isEqualTo(70_001 / 256 + 1);
        assertThat(count("audit_checkpoint")).isEqualTo(8);
        SealedLogInvariants.hold(jdbc);
        for (long size : new long[] {1, 255, 256, 257, 65_535, 65_536, 65_537, 70_001}) {
            MerkleTree tree = sealing.tree().at(size);
            for (long number : new long[] {1, size / 2 + 1, size}) {
                byte[] leaf = jdbc.sql("select leaf_hash from audit_leaf where number = :number")
                        .param("number", number)
                        .query((row, nth) -> row.getBytes(1))
                        .single();
                InclusionProof proof = tree.inclusion(number - 1);
                assertThat(proof.proves(leaf, tree.root())).isTrue();
            }
            assertThat(sealing.tree()
                            .at(70_001)
                            .consistency(size)
                            .proves(
                                    tree.root(),
                                    sealing.file()
                                            .newest()
                                            .orElseThrow()
                                            .checkpoint()
                                            .root()))
                    .isTrue();
        }
    }

    @Test
    void whatIsSaidToWaitAgainKeepsTheNumberThatItHas() {
        record("once");
        sealing.all();
        withoutTriggers("audit_unsealed", "insert into audit_unsealed select entry_id from audit_leaf");
        record("more");

        sealing.all();

        assertThat(sealed()).containsExactly("audit.taken-over", "once", "more");
        assertThat(count("audit_unsealed")).isZero();
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void aCheckpointThatSomebodyMadeUnreadableKeepsNobodyFromSealing() {
        jdbc.sql("alter table audit_checkpoint disable trigger user").update();
        jdbc.sql("update audit_checkpoint set note = 'torn'").update();
        jdbc.sql("alter table audit_checkpoint enable trigger user").update();
        record("after");

        assertThat(sealing.all()).isEqualTo(1);

        assertThat(sealed()).containsExactly("audit.taken-over", "after");
        assertThat(sealing.file().newest().orElseThrow().checkpoint().size()).isEqualTo(2);
    }

    @Test
    void aLeafFarAheadDoesNotStopTheNumberingAndIsNamed() {
        putLeaf(1_000_000, -5);
        record(2);

        assertThat(sealing.all()).isEqualTo(2);

        assertThat(numbers()).containsExactly(1L, 2L, 3L, 1_000_000L);
        assertThat(sealing.file().newest().orElseThrow().checkpoint().size()).isEqualTo(3);
        assertThat(sealing.obstacles())
                .containsExactly(
                        "audit_leaf has number 1,000,000 for the entry of row -5, though the log ends at 3: the sealer did not"
                                + " write it. Sealing goes on, and that entry is not sealed until an administrator has taken the leaf away.");
    }

    @Test
    void anEntryToWhichALeafAheadWasGivenKeepsNoOtherFromBeingSealed() {
        record("hidden");
        putLeaf(
                1_000_000,
                jdbc.sql("select max(id) from audit_entry").query(Long.class).single());
        record("after");

        assertThat(sealing.all()).isEqualTo(1);

        assertThat(count("audit_unsealed")).isEqualTo(1);
        assertThat(sealing.file().newest().orElseThrow().checkpoint().size()).isEqualTo(2);
        assertThat(sealing.all()).isZero();
    }

    @Test
    void leavesThatStandInTheWayAreNumberedAround() {
        putLeaf(2, -5);
        putLeaf(4, -6);
        record(3);

        assertThat(sealing.all()).isEqualTo(3);

        assertThat(jdbc.sql("select entry_id > 0 from audit_leaf order by number")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false, true, false, true, true);
        List<byte[]> leaves = jdbc.sql("select leaf_hash from audit_leaf order by number")
                .query((row, nth) -> row.getBytes(1))
                .list();
        assertThat(sealing.file().newest().orElseThrow().checkpoint().root()).isEqualTo(NaiveTree.root(leaves));
        record("next");
        assertThat(sealing.all()).isEqualTo(1);
        assertThat(sealing.obstacles()).isEmpty();
    }

    @Test
    void aTileThatSomebodyPutInItsPlaceDoesNotGetIntoWhatIsSigned() {
        withoutTriggers("audit_tile", "insert into audit_tile values (1, 0, sha256('another'))");
        addEntries(300);
        sealing.all();
        record("after");

        assertThat(Sealing.of(database, folder, key).all())
                .as("by a portal that remembers nothing of the tree")
                .isEqualTo(1);

        List<byte[]> leaves = jdbc.sql("select leaf_hash from audit_leaf order by number")
                .query((row, nth) -> row.getBytes(1))
                .list();
        assertThat(leaves).hasSize(302);
        assertThat(sealing.file().newest().orElseThrow().checkpoint().root()).isEqualTo(NaiveTree.root(leaves));
    }

    @Test
    void whoeverHoldsTheSealersLockIsNamedAndDelaysSealingByAMinute() throws SQLException {
        record("waits");
        try (Connection holder =
                DriverManager.getConnection(url + "?ApplicationName=a%20stranger", "postgres", "postgres")) {
            holder.createStatement().execute("select pg_advisory_lock(hashtextextended('seal-audit-log', 0))");

            assertThat(sealing.all()).isZero();
            assertThat(sealing.obstacles())
                    .singleElement()
                    .asString()
                    .startsWith("Somebody holds the sealer's lock: process ")
                    .contains("(user postgres, application 'a stranger', connected since ");
            assertThat(Sealing.of(database, folder, key, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(61)))
                            .all())
                    .isEqualTo(1);
        }
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void aPreparedTransactionThatHoldsTheSealersLockIsNamed() throws SQLException {
        try (Connection holder = open(url)) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select pg_advisory_xact_lock(hashtextextended('seal-audit-log', 0))");
            holder.createStatement().execute("prepare transaction 'sealer'");
        }
        try {
            assertThat(sealing.obstacles())
                    .singleElement()
                    .asString()
                    .startsWith("Somebody holds the sealer's lock: a prepared transaction of PostgreSQL");
        } finally {
            jdbc.sql("rollback prepared 'sealer'").update();
        }
        assertThat(sealing.obstacles()).isEmpty();
    }

    @Test
    void whoeverHoldsTheLockOfVerificationsIsNamed() throws SQLException {
        try (Connection holder = open(url)) {
            holder.createStatement().execute("select pg_advisory_lock(hashtextextended('audit-verification', 0))");

            assertThat(sealing.obstacles())
                    .singleElement()
                    .asString()
                    .startsWith("Somebody holds the lock of verifications: process ");
        }
    }

    @Test
    void whoeverKeepsATransactionOpenThatWritesIntoTheTreeIsNamedAndNotWaitedForForLong() throws SQLException {
        record("waits");
        try (Connection writer = open(url)) {
            writer.createStatement()
                    .execute("insert into audit_leaf select 2, u.entry_id, e.leaf_hash from audit_unsealed u"
                            + " join audit_entry e on e.id = u.entry_id");

            assertThatExceptionOfType(UncategorizedSQLException.class)
                    .isThrownBy(() -> sealing.all())
                    .withMessageContaining("lock timeout");
            assertThat(sealing.obstacles())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "A transaction that writes into audit_leaf is open, and sealing waits for it: process ");
        }
        assertThat(sealing.all()).isEqualTo(1);
        SealedLogInvariants.hold(jdbc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "no key update", "share", "key share"})
    void whoeverLocksRowsOfEntriesThatWaitIsNamedAndKeepsNothingFromBeingSealed(String strength) throws SQLException {
        record(5);
        try (Connection holder = open(url)) {
            holder.createStatement().execute("select * from audit_unsealed for " + strength);
            record("after");

            assertThat(sealing.all()).isEqualTo(6);
            assertThat(sealed()).containsExactly("audit.taken-over", "1", "2", "3", "4", "5", "after");
            assertThat(count("audit_unsealed")).as("rows that stay").isEqualTo(5);
            assertThat(sealing.waiting()).isZero();
            assertThat(sealing.obstacles())
                    .singleElement()
                    .asString()
                    .startsWith("Rows of the table audit_unsealed are locked by process ")
                    .contains(" of PostgreSQL (user postgres, ");
            record("more");
            assertThat(sealing.all()).isEqualTo(1);
            holder.rollback();
        }
        sealing.all();

        assertThat(count("audit_unsealed")).isZero();
        assertThat(sealing.obstacles()).isEmpty();
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void oneLockedRowAmongManyIsTheOnlyOneThatStays() throws SQLException {
        addEntries(1_000);
        try (Connection one = open(url);
                Connection other = open(url)) {
            String row = "select * from audit_unsealed where entry_id ="
                    + " (select entry_id from audit_unsealed order by entry_id offset 700 limit 1) for share";
            one.createStatement().execute(row);
            other.createStatement().execute(row);

            assertThat(sealing.all()).isEqualTo(1_000);
            assertThat(count("audit_unsealed")).isEqualTo(1);
            assertThat(sealing.obstacles())
                    .as("who shares a lock")
                    .hasSize(2)
                    .allMatch(each -> each.startsWith("Rows of the table audit_unsealed are locked by process "));
            one.rollback();
            other.rollback();
        }
        sealing.all();

        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void rowsThatStayThoughTheyAreNumberedKeepNoneBehindThemFromBeingTheNext() throws SQLException {
        record(5);
        UnsealedRepository unsealed = new UnsealedRepository(jdbc);
        try (Connection one = open(url);
                Connection other = open(url)) {
            one.createStatement().execute("select * from audit_unsealed for share");
            other.createStatement().execute("select * from audit_unsealed for share");
            sealing.all();
            assertThat(count("audit_unsealed")).isEqualTo(5);
            record(3);
            List<Long> behind = jdbc.sql("select id from audit_entry order by id desc limit 3")
                    .query(Long.class)
                    .list()
                    .reversed();

            assertThat(unsealed.first(2)).isEqualTo(behind.subList(0, 2));
            assertThat(unsealed.first(3)).isEqualTo(behind);
            assertThat(unsealed.first(100)).isEqualTo(behind);
        }
    }

    @Test
    void whoeverTakesRowsAwayThatWaitIsNamedAndKeepsNothingFromBeingSealed() throws SQLException {
        record(2);
        jdbc.sql("alter table audit_unsealed disable trigger user").update();
        try (Connection owner = open(url)) {
            owner.createStatement().execute("delete from audit_unsealed");

            assertThat(sealing.all()).isEqualTo(2);
            assertThat(sealing.obstacles())
                    .anyMatch(each -> each.startsWith("Rows of the table audit_unsealed are locked by process "));
            owner.rollback();
        }
        jdbc.sql("alter table audit_unsealed enable trigger user").update();
        sealing.all();

        assertThat(count("audit_unsealed")).isZero();
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void aForeignRowThatSomebodyLocksIsToldOfOnceItCanBeTakenAway() throws SQLException {
        long foreign = storeFalse("foreign");
        try (Connection holder = open(url)) {
            holder.createStatement().execute("select * from audit_unsealed for update");

            for (int i = 0; i < 3; i++) {
                sealing.all();
            }
            assertThat(sealing.refused()).containsExactly(foreign);
            assertThat(sealed()).containsExactly("audit.taken-over");
            holder.rollback();
        }
        sealing.all();
        sealing.all();

        assertThat(sealed()).containsExactly("audit.taken-over", "audit.rows-refused");
        assertThat(count("audit_unsealed")).isZero();
    }

    @Test
    void aDeadlockThatSomebodyMakesWithTheSealerEndsAndNothingIsNumberedTwice() throws SQLException {
        record("first");
        record("second");
        try (Connection holder = open(url);
                var thread = Executors.newSingleThreadExecutor()) {
            holder.createStatement()
                    .execute("insert into audit_leaf select 2, u.entry_id, e.leaf_hash from audit_unsealed u"
                            + " join audit_entry e on e.id = u.entry_id order by 2 limit 1");
            Future<Integer> sealer = thread.submit(() -> sealing.all());
            while (!sealerWaits()) {
                Thread.onSpinWait();
            }
            try { // who of the two is ended is PostgreSQL's choice
                holder.createStatement().execute("select pg_advisory_xact_lock(hashtextextended('seal-audit-log', 0))");
                assertThat(sealing.obstacles())
                        .anyMatch(each -> each.startsWith("Somebody holds the sealer's lock: process "))
                        .anyMatch(each -> each.startsWith("A transaction that writes into audit_leaf is open"));
            } catch (SQLException ended) {
                assertThat(ended.getMessage()).contains("deadlock");
            }
            assertThat(ended(sealer)).isTrue();
            holder.rollback();
        }
        sealing.all();

        assertThat(sealed()).containsExactly("audit.taken-over", "first", "second");
        assertThat(count("audit_unsealed")).isZero();
        SealedLogInvariants.hold(jdbc);
    }

    private boolean sealerWaits() {
        return jdbc.sql("""
                select exists (
                    select from pg_locks l join pg_stat_activity a using (pid)
                    where a.datname = current_database() and l.locktype = 'transactionid' and not l.granted)
                """).query(Boolean.class).single();
    }

    /** Waits for a sealer, which may have failed. */
    private static boolean ended(Future<Integer> sealer) {
        try {
            result(sealer);
        } catch (IllegalStateException failed) {
            assertThat(failed).hasRootCauseInstanceOf(SQLException.class);
        }
        return sealer.isDone();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "audit_tile | insert into audit_tile values (1, 0, sha256('another'))",
                "audit_checkpoint | insert into audit_checkpoint values (1, now(), 'another')"
            })
    void whoeverKeepsATransactionOpenThatWritesWhereTheSealerWritesIsNamed(String table, String written)
            throws SQLException {
        jdbc.sql("alter table " + table + " disable trigger user").update();
        try (Connection writer = open(url)) {
            writer.createStatement().execute(written);

            assertThat(sealing.obstacles())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "A transaction that writes into " + table + " is open, and sealing waits for it: process ");
        }
    }

    @Test
    void whoeverLocksATableOfTheLogIsNamed() throws SQLException {
        for (String mode : List.of("share", "share row exclusive", "exclusive")) {
            try (Connection holder = open(url)) {
                holder.createStatement().execute("lock table audit_unsealed in " + mode + " mode");

                assertThat(sealing.obstacles())
                        .as(mode)
                        .singleElement()
                        .asString()
                        .startsWith("The table audit_unsealed is locked by process ")
                        .contains(" of PostgreSQL (user ")
                        .contains(", so that nothing can be stored in it: whatever needs it waits, and fails.");
                assertThat(new LogLocks(jdbc).againstReading()).isEmpty();
                assertThat(new LogLocks(jdbc).againstStoring(Duration.ofHours(1)))
                        .as("what is short")
                        .isEmpty();
            }
        }
        try (Connection holder = open(url)) {
            holder.createStatement().execute("lock table audit_entry");

            assertThat(new LogLocks(jdbc).againstReading())
                    .singleElement()
                    .asString()
                    .startsWith("The table audit_entry is locked by process ")
                    .contains(", so that nothing can be stored in it or read from it: ");
        }
        assertThat(sealing.obstacles()).isEmpty();
    }

    @Test
    void aPreparedTransactionThatLocksATableIsNamed() throws SQLException {
        try (Connection connection = open(url)) {
            connection.createStatement().execute("lock table audit_unsealed");
            connection.createStatement().execute("prepare transaction 'locks'");
        }
        assertThat(new LogLocks(jdbc).againstReading())
                .singleElement()
                .asString()
                .startsWith("The table audit_unsealed is locked by a prepared transaction of PostgreSQL");

        jdbc.sql("rollback prepared 'locks'").update();
        assertThat(new LogLocks(jdbc).againstReading()).isEmpty();
    }

    @Test
    void aPreparedTransactionDelaysItsOwnEntryOnly() throws SQLException {
        try (Connection connection = open(url)) {
            connection.createStatement().execute("""
                    with entry as (
                        insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                        select at, 'a-1', 'Anna', 'lamp.lit', 'DONE', subject, summary, 2, sha256('\\x00'::bytea || convert_to(
                            '{"action":"lamp.lit","actor":{"id":"a-1","name":"Anna"},"at":"'
                            || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                            || '","details":{},"devices":[],"format":2,"result":"DONE","subject":"' || subject
                            || '","summary":' || to_json(summary) || '}', 'UTF8'))
                        from (select now() as at, 'prepared' as subject, 'Lit' as summary) said returning id)
                    insert into audit_unsealed select id from entry
                    """);
            connection.createStatement().execute("prepare transaction 'entry'");
        }
        try {
            record("meanwhile");
            assertThat(sealing.all()).isEqualTo(1);
            assertThat(sealed()).containsExactly("audit.taken-over", "meanwhile");
        } finally {
            jdbc.sql("commit prepared 'entry'").update();
        }

        assertThat(sealing.all()).isEqualTo(1);
        assertThat(sealed()).containsExactly("audit.taken-over", "meanwhile", "prepared");
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void whatDoesNotFitItsHashIsNotSealedAndKeepsNoOtherFromIt() {
        record("before");
        long foreign = storeFalse("foreign");
        record("after");

        assertThat(sealing.all()).isEqualTo(3);
        assertThat(sealing.all()).as("what tells of it").isEqualTo(1);
        assertThat(sealing.all()).isZero();

        assertThat(sealed()).containsExactly("audit.taken-over", "before", "after", "audit.rows-refused");
        assertThat(count("audit_unsealed")).isZero();
        assertThat(sealing.refused()).containsExactly(foreign);
        assertThat(jdbc.sql("select summary from audit_entry where action = 'audit.rows-refused'")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Refused to seal row " + foreign
                                + ", whose hash is not that of what it says: somebody other than the portal stored or changed it");
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void whatSomebodyElseNotedAsRefusedKeepsNoOtherFromBeingSealed() {
        record("before");
        long foreign = storeFalse("foreign");
        jdbc.sql("insert into audit_refused values (:foreign, now())")
                .param("foreign", foreign)
                .update();
        record("after");

        assertThat(sealing.all()).isEqualTo(3);
        sealing.all();

        assertThat(sealed()).containsExactly("audit.taken-over", "before", "after", "audit.rows-refused");
        assertThat(count("audit_unsealed")).isZero();
        assertThat(sealing.refused()).containsExactly(foreign);
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void whatIsAddedLaterForAnEntryIsRefused() {
        record("waits");
        long waits =
                jdbc.sql("select max(id) from audit_entry").query(Long.class).single();

        assertRefused("insert into audit_entry_device values (" + waits + ", gen_random_uuid(), null, 'LAMP-8')");
        assertRefused("insert into audit_entry_device values (" + (waits + 1) + ", gen_random_uuid(), null, 'LAMP-8')");
        assertRefused("insert into audit_unsealed values (" + (waits + 1) + ")");
        assertRefused("insert into audit_refused values (" + (waits + 1) + ", now())");
        assertRefused("delete from audit_unsealed");
        sealing.all();
        assertRefused("insert into audit_unsealed values (" + waits + ")");
        assertRefused("insert into audit_refused values (" + waits + ", now())");
        assertRefused("insert into audit_entry_device values (" + waits + ", gen_random_uuid(), null, 'LAMP-8')");
        long foreign = storeFalse("foreign");
        sealing.all();
        assertRefused("insert into audit_unsealed values (" + foreign + ")");
    }

    private void assertRefused(String statement) {
        assertThatExceptionOfType(DataAccessException.class)
                .as(statement)
                .isThrownBy(() -> jdbc.sql(statement).update())
                .satisfies(
                        refused -> assertThat(refused.getMostSpecificCause()).hasMessageContaining("The audit log "));
    }

    @Test
    void anEntryWaitsAsSoonAsItIsThereWhoeverStoredIt() {
        storeFalse("without a word of waiting");

        assertThat(count("audit_unsealed")).isEqualTo(1);
    }

    private long storeFalse(String subject) {
        return jdbc.sql("""
                insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                values (now(), 'a-1', 'Anna', 'lamp.lit', 'DONE', :subject, 'Lit', 2, sha256('another')) returning id
                """).param("subject", subject).query(Long.class).single();
    }

    private void putLeaf(long number, long entry) {
        withoutTriggers(
                "audit_leaf",
                "insert into audit_leaf values (" + number + ", " + entry + ", sha256('" + number + "'))");
    }

    /** As whoever owns the log can. */
    private void withoutTriggers(String table, String statement) {
        jdbc.sql("alter table " + table + " disable trigger user").update();
        jdbc.sql(statement).update();
        jdbc.sql("alter table " + table + " enable trigger user").update();
    }

    private List<Long> numbers() {
        return jdbc.sql("select number from audit_leaf order by number")
                .query(Long.class)
                .list();
    }

    /** The rows of its jobs are the portal's own. */
    @Test
    void whatWaitedForAMinuteIsSealedThoughTheJobIsPutOff() {
        record(2);
        assertThat(sealing.late()).isZero();

        Sealing later = Sealing.of(database, folder, key, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(2)));

        assertThat(later.late()).isEqualTo(2);
        assertThat(sealed()).containsExactly("audit.taken-over", "1", "2");
        assertThat(sealing.file().newest().orElseThrow().checkpoint().size()).isEqualTo(3);
        assertThat(later.late()).isZero();
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void aClosedGateHoldsSealingAndCopying() {
        AtomicBoolean closed = new AtomicBoolean(true);
        Sealing gated = Sealing.of(database, folder, key, closed::get);
        record("waits");

        assertThat(gated.all()).isZero();
        assertThat(count("audit_unsealed")).isEqualTo(1);

        closed.set(false);
        assertThat(gated.all()).isEqualTo(1);
    }

    @Test
    void anotherKeyIsToldOfInTheLogAndAddedToTheKeys() {
        record("before");
        sealing.all();
        CheckpointKey next = CheckpointKey.create();
        Sealing after = Sealing.of(database, folder, next);
        record("after");
        after.all();

        String before = key.verifierKey(sealing.origin()).id();
        String now = next.verifierKey(sealing.origin()).id();
        assertThat(jdbc.sql("select summary from audit_entry where action = 'audit.key-changed'")
                        .query(String.class)
                        .list())
                .containsExactly("Began to seal the audit log with the key " + now + " instead of " + before);
        assertThat(sealing.file().keys())
                .containsExactly(key.verifierKey(sealing.origin()), next.verifierKey(sealing.origin()));
        List<Boolean> hold = new ArrayList<>();
        sealing.file().read(each -> hold.add(each.isSignedBy(sealing.file().keys())));
        assertThat(hold).isNotEmpty().doesNotContain(false);
        SealedLogInvariants.hold(jdbc);
    }

    @Test
    void aCheckpointIsLaterThanThoseBeforeWhateverTheClockSays() {
        record("first");
        sealing.all();
        Sealing behind =
                Sealing.of(database, folder, key, Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC));
        record("second");
        behind.all();

        SealedLogInvariants.hold(jdbc);
        assertThat(sealing.file().newest().orElseThrow().checkpoint().size()).isEqualTo(3);
    }

    private void record(int entries) {
        for (int i = 1; i <= entries; i++) {
            record(String.valueOf(i));
        }
    }

    private void record(String subject) {
        inTransaction(status -> sealing.auditLog().record(ANNA, new Lit(subject)));
    }

    private void inTransaction(Consumer<TransactionStatus> work) {
        sealing.transaction().executeWithoutResult(work);
    }

    private void addEntries(int entries) {
        jdbc.sql("""
                with entry as (
                    insert into audit_entry (at, actor_id, actor_name, action, result, subject, summary, format, leaf_hash)
                    select at, 'a-1', 'Anna', 'lamp.lit', 'DONE', subject, summary, 2, sha256('\\x00'::bytea || convert_to(
                            '{"action":"lamp.lit","actor":{"id":"a-1","name":"Anna"},"at":"'
                            || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                            || '","details":{},"devices":[],"format":2,"result":"DONE","subject":"' || subject
                            || '","summary":' || to_json(summary) || '}', 'UTF8'))
                    from (select now() as at, '' as subject, 'Lit lamp ' || i as summary from generate_series(1, :entries) i) said
                    returning id)
                insert into audit_unsealed select id from entry
                """).param("entries", entries).update();
    }

    private List<String> sealed() {
        return jdbc.sql("""
                select coalesce(nullif(e.subject, ''), e.action) from audit_leaf l join audit_entry e on e.id = l.entry_id
                order by l.number
                """).query(String.class).list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static <T> T onAnotherThread(Callable<T> work) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return result(thread.submit(work));
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Lit(String subject) implements AuditableAction {

        @Override
        public String action() {
            return "lamp.lit";
        }

        @Override
        public String summary() {
            return "Lit the lamp";
        }

        @Override
        public List<AuditedDevice> devices() {
            return List.of(new AuditedDevice(new UUID(0, 7), null, "LAMP-7"));
        }
    }
}
