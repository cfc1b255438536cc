package org.deviceoffboarding.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.deviceoffboarding.As;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.ShownResult;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.evaluation.RunService;
import org.deviceoffboarding.launch.postgres.EmbeddedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kills the embedded database, or cuts all connections to it, by turns, while the portal runs and carries a request out. */
class CutDatabaseSoak {

    /** A few during the runs and as many during the request, unless somebody soaks in it. */
    private static final int CUTS = Integer.getInteger("soak.cuts", 1);

    private static final int DEVICES = 60 * CUTS;

    /** So many devices of the demo tenant are flagged enough. */
    private static final int TENANT = 16 * DEVICES;

    private final SplittableRandom random = new SplittableRandom(4711);
    private final List<String> lost = new ArrayList<>();
    private final Path folder;
    private final EmbeddedDatabase database;
    private final RemediationTestBed testBed;
    private ConfigurableApplicationContext portal;
    private int cuts;

    CutDatabaseSoak(@TempDir Path folder) {
        this.folder = folder.resolve("postgres");
        database = EmbeddedDatabase.start(this.folder);
        database.watch(lost::add);
        testBed = new RemediationTestBed(
                TENANT,
                false,
                new DriverManagerDataSource(
                        database.url(), EmbeddedDatabase.ADMINISTRATOR, database.administratorPassword()),
                TestDatabase.settings(database.url(), database.password(), database.ownerPassword()));
    }

    @BeforeEach
    void haveResult() {
        portal = HeadlessPortal.start(testBed.settings());
        testBed.startAgent(portal);
        await(() -> ended(1));
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
        testBed.close();
        database.close();
    }

    @Test
    void runsAndARequestEndAsIfTheDatabaseHadNeverBeenAway() throws SQLException {
        ShownResult undisturbed = ShownResult.of(testBed.jdbc());
        while (cuts < CUTS) {
            long run = start();
            while (cuts < CUTS && !ended(run)) {
                int before = restarts(run);
                LockSupport.parkNanos(random.nextLong(Duration.ofMillis(1_500).toNanos()));
                cut();
                await(() -> ended(run) || restarts(run) > before);
            }
            await(() -> ended(run));
            assertThat(ShownResult.of(testBed.jdbc())).isEqualTo(undisturbed);
            assertThat(testBed.jdbc()
                            .sql(
                                    "select action from audit_entry where subject = :run and action <> 'run.went-on' order by id")
                            .param("run", "run:" + run)
                            .query(String.class)
                            .list())
                    .containsExactly("run.requested", "run.started", "run.completed");
        }

        List<UUID> devices = testBed.devicesToDisable(portal, DEVICES);
        testBed.askToDisable(portal, devices).approve();
        while (cuts < 2 * CUTS) {
            long enough = testBed.faults().requests("POST /$batch") + random.nextInt(1, 5);
            await(() -> testBed.faults().requests("POST /$batch") >= enough || isDone());
            LockSupport.parkNanos(random.nextLong(Duration.ofMillis(20).toNanos()));
            assertThat(isDone()).as("done after %d cuts", cuts).isFalse();
            cut();
        }
        await(this::isDone);

        ActedOnce.on(devices, testBed);
        testBed.assertNoSecretInClear();
        assertThat(lost).isEmpty();
    }

    private long start() {
        RunService runs = portal.getBean(RunService.class);
        return answered(() -> As.person(
                DemoRuns.OPERATOR,
                List.of("OPERATOR", "READER"),
                () -> runs.active().orElseGet(runs::start).id()));
    }

    private void cut() {
        if (cuts++ % 2 == 0) {
            killServer();
        } else {
            answered(() -> testBed.jdbc()
                    .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()")
                    .query(Boolean.class)
                    .list());
        }
    }

    private void killServer() {
        try {
            long process = Long.parseLong(
                    Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
            ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ended(long run) {
        String status = answered(() -> testBed.jdbc()
                .sql("select status || coalesce(': ' || failure, '') from evaluation_run where id = :run")
                .param("run", run)
                .query(String.class)
                .optional()
                .orElse("RUNNING"));
        assertThat(status).doesNotStartWith("FAILED");
        return status.equals("COMPLETED");
    }

    private int restarts(long run) {
        return answered(() -> testBed.jdbc()
                .sql("select restarts from evaluation_run where id = :run")
                .param("run", run)
                .query(Integer.class)
                .single());
    }

    private boolean isDone() {
        return answered(() -> testBed.jdbc()
                        .sql("select status from change_request")
                        .query(String.class)
                        .single())
                .equals("DONE");
    }

    /** Asks until the database is back. */
    private static <T> T answered(Supplier<T> question) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (true) {
            try {
                return question.get();
            } catch (DataAccessException away) {
                assertThat(Instant.now()).as(away.getMessage()).isBefore(deadline);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
