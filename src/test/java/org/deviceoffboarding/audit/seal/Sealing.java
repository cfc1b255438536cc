package org.deviceoffboarding.audit.seal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.deviceoffboarding.audit.AuditLog;
import org.deviceoffboarding.audit.AuditLogs;
import org.deviceoffboarding.audit.checkpoint.CheckpointFile;
import org.deviceoffboarding.audit.checkpoint.CheckpointKey;
import org.deviceoffboarding.audit.checkpoint.LossFile;
import org.deviceoffboarding.audit.checkpoint.SeenFile;
import org.deviceoffboarding.audit.refused.JudgedRefusals;
import org.deviceoffboarding.audit.refused.RefusedEntry;
import org.deviceoffboarding.audit.refused.RefusedRows;
import org.deviceoffboarding.base.jobs.JobLocks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** A sealer for tests, which seal when they say so: on a database of their own, or that of an application. */
public final class Sealing {

    private final JdbcClient jdbc;
    private final CheckpointFile file;
    private final AuditLog auditLog;
    private final TransactionTemplate transaction;
    private final TreeReader tree;
    private final LogOrigin origin;
    private final LossFile losses;
    private final KnownKeys keys;
    private final CheckpointCopies copies;
    private final JudgedRefusals refusals;
    private final Sealer sealer;
    private final NewestCheckpoint newest;
    private final UnsealedRepository unsealed;
    private final SealObstacles obstacles;

    private Sealing(
            DataSource database,
            Path folder,
            Path dataFolder,
            String node,
            CheckpointKey key,
            Clock clock,
            SealingGate... gates) {
        jdbc = JdbcClient.create(database);
        file = new CheckpointFile(folder);
        auditLog = AuditLogs.on(jdbc, clock);
        var transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        var leaves = new LeafRepository(jdbc);
        var checkpoints = new CheckpointRepository(jdbc);
        tree = new TreeReader(leaves);
        origin = new LogOrigin(checkpoints);
        var beans = new StaticListableBeanFactory();
        for (SealingGate gate : gates) {
            beans.addBean("gate" + beans.getBeanDefinitionCount(), gate);
        }
        keys = new KnownKeys(file, key, origin);
        var watch = new CheckpointWatch(
                file,
                new SeenFile(dataFolder),
                new SeenRepository(jdbc),
                new SeenNotes(key, keys, origin),
                origin,
                keys,
                new CheckpointNode(node),
                clock);
        losses = new LossFile(dataFolder);
        newest = new NewestCheckpoint(checkpoints, file, origin, keys);
        copies = new CheckpointCopies(
                checkpoints,
                newest,
                file,
                watch,
                losses,
                key,
                origin,
                beans.getBeanProvider(SealingGate.class),
                auditLog,
                AuditLogs.news(),
                event -> {},
                clock,
                transactions);
        refusals = new JudgedRefusals(database);
        unsealed = new UnsealedRepository(jdbc);
        sealer = new Sealer(
                unsealed,
                new WaitingLeaves(database),
                new DoneRows(unsealed, transactions),
                new RefusedEntries(jdbc, auditLog, clock),
                leaves,
                new TreeEdge(tree, leaves),
                newest,
                checkpoints,
                copies,
                key,
                origin,
                auditLog,
                clock,
                transactions);
        obstacles = new SealObstacles(jdbc, leaves, sealer, new LogLocks(jdbc), new JobLocks(jdbc));
    }

    /**
     * Makes one for a database that has the portal's schema.
     *
     * @param folder where checkpoints are copied to
     */
    public static Sealing of(DataSource database, Path folder, CheckpointKey key, SealingGate... gates) {
        return new Sealing(database, folder, folder, "", key, Clock.systemUTC(), gates);
    }

    /** As the other, by a clock. */
    public static Sealing of(DataSource database, Path folder, CheckpointKey key, Clock clock) {
        return new Sealing(database, folder, folder, "", key, clock);
    }

    /**
     * As the other, one of several portals.
     *
     * @param dataFolder where it remembers what the file had
     * @param node its host
     */
    static Sealing onHost(DataSource database, Path folder, Path dataFolder, String node, CheckpointKey key) {
        return new Sealing(database, folder, dataFolder, node, key, Clock.systemUTC());
    }

    /** Seals all that is committed in the database of an application, and returns how many entries that were. */
    public static int allOf(ApplicationContext application) {
        return application.getBean(Sealer.class).seal(() -> false);
    }

    /** Lets checkpoints of an application not leave the database, for a reason; or leave it, for null. */
    public static void troubles(ApplicationContext application, @Nullable String sentence) {
        ReflectionTestUtils.setField(application.getBean(CheckpointCopies.class), "trouble", sentence);
    }

    /** Lets an application's portal remember that its file lacks checkpoints, as it does when it notices that. */
    public static void noticesLoss(ApplicationContext application) {
        application
                .getBean(LossFile.class)
                .write(
                        application.getBean(LogOrigin.class).get(),
                        application.getBean(Clock.class).instant(),
                        application.getBean(CheckpointKey.class));
    }

    /** Seals all that is committed, and returns how many entries that were. */
    public int all() {
        return sealer.seal(() -> false);
    }

    /** Seals what the job should have sealed long ago, as each portal does. */
    int late() {
        return sealer.sealLate();
    }

    /** Copies out what the file lacks, as each portal does every few seconds. */
    public void copyOut() {
        copies.copy();
    }

    /** Returns when it noticed last that its file lacked some, as it remembers outside the database. */
    Optional<Instant> noticedLoss() {
        return losses.read(origin.get(), keys::readable);
    }

    /** Stops as a portal does that is not killed. */
    void stop() {
        copies.end();
    }

    /** Returns what keeps entries from being sealed, however short it has been so. */
    public List<String> obstacles() {
        return obstacles.now(newest.get(), Duration.ZERO);
    }

    /** Returns how many entries are said to wait for a number. */
    int waiting() {
        return unsealed.count(newest.size());
    }

    /** Returns the rows that are never sealed as they do not fit, the newest first. */
    public List<Long> refused() {
        return refusals.now().newest().stream().map(RefusedEntry::id).toList();
    }

    /** Returns what is said of the rows that are never sealed. */
    RefusedRows refusals() {
        return refusals.now();
    }

    /** Returns why checkpoints don't leave the database; empty where they do. */
    public String trouble() {
        String trouble = copies.trouble();
        return trouble == null ? "" : trouble;
    }

    public CheckpointFile file() {
        return file;
    }

    public TreeReader tree() {
        return tree;
    }

    public String origin() {
        return origin.get();
    }

    public LogOrigin logOrigin() {
        return origin;
    }

    public NewestCheckpoint newest() {
        return newest;
    }

    public AuditLog auditLog() {
        return auditLog;
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }
}
