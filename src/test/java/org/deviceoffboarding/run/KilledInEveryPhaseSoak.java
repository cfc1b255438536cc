package org.deviceoffboarding.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deviceoffboarding.demotenant.graph.faults.Fault.Kind.SLOW;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.deviceoffboarding.ShownResult;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.TestDemoTenant;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.identity.Visit;
import org.deviceoffboarding.secrets.KnownSecrets;
import org.deviceoffboarding.secrets.SecretSearch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Kills the packaged portal in the middle of every phase of one run, and starts it again. */
class KilledInEveryPhaseSoak {

    private static final String KEY = "Zm9yLXRlc3RzLW9ubHktZm9yLXRlc3RzLW9ubHktMTI=";

    /** Large enough for several pages in each phase. */
    private final DemoTenant tenant;

    private final FaultSwitches faults;
    private final String url = TestDatabase.create();
    private final DataSource database = new DriverManagerDataSource(url, "postgres", "postgres");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Path folder;
    private final Path ledger;

    KilledInEveryPhaseSoak(@TempDir Path folder) {
        this.folder = folder.resolve("data");
        ledger = folder.resolve("ledger.jsonl");
        tenant = TestDemoTenant.noting(
                ledger, () -> DemoTenant.start(new DemoTenantProperties(0, "127.0.0.1", 5_000, 1)));
        faults = tenant.context().getBean(FaultSwitches.class);
    }

    private final List<PortalProcess> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(PortalProcess::kill);
        tenant.close();
    }

    @Test
    void aRunThatIsKilledInEveryPhaseEndsAsIfNothingHadHappened() throws SQLException {
        PortalProcess reading = start();
        runByStartingTheAgent(reading);
        await(() -> status(1).equals("COMPLETED"));
        ShownResult undisturbed = ShownResult.of(jdbc);
        jdbc.sql("delete from agent").update();
        makeGates();

        faults.forgetRequests();
        faults.add(Fault.of(SLOW, "/devices", 1).skipping(3).withLatencyMs(60_000));
        runByStartingTheAgent(reading);
        await(() -> faults.requests("GET /devices") == 4); // the first asked whether the permission works
        killedIn("READ", reading);

        try (Gate judging = new Gate(1)) {
            PortalProcess portal = start();
            await(judging::isWaitedAt);
            killedIn("JUDGE", portal);
            assertThat(jdbc.sql("select count(*) from finding where run_id = 2")
                            .query(Long.class)
                            .single())
                    .as("stored before it was killed")
                    .isPositive();
        }

        faults.add(Fault.of(SLOW, "/$batch", 1).skipping(10).withLatencyMs(60_000));
        faults.forgetRequests();
        PortalProcess confirming = start();
        await(() -> faults.requests("POST /$batch") == 11);
        killedIn("CONFIRM", confirming);

        try (Gate suggesting = new Gate(2)) {
            PortalProcess portal = start();
            await(suggesting::isWaitedAt);
            killedIn("SUGGEST", portal);
        }

        start();
        await(() -> status(2).equals("COMPLETED"));

        assertThat(ShownResult.of(jdbc)).isEqualTo(undisturbed);
        assertThat(status(3)).as("another run").isEmpty();
        assertThat(jdbc.sql("select restarts from evaluation_run where id = 2")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
        assertThat(jdbc.sql(
                                "select action from audit_entry where subject = 'run:2' and action <> 'run.went-on' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("run.requested", "run.started", "run.completed");
        assertNoSecretInClear();
    }

    private void assertNoSecretInClear() throws SQLException {
        KnownSecrets secrets = new KnownSecrets();
        secrets.noteLedger(ledger);
        secrets.note("secret key", KEY);
        assertThat(secrets.kinds())
                .contains("client secret", "access token", "refresh token", "session cookie", "secret key");
        SecretSearch search = new SecretSearch(secrets).folder("data folder", folder);
        started.forEach(portal -> search.text("console", portal.output()));
        try (Connection connection = database.getConnection()) {
            search.database(connection);
        }
        search.assertNothingFound();
    }

    private PortalProcess start() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PORTAL_DATA_DIR", folder.toString(),
                "PORTAL_SECRET_KEY", KEY,
                "PORTAL_TENANT_ISSUER_URI", tenant.issuerUri().toString(),
                "PORTAL_TENANT_CLIENT_ID", tenant.clientId(),
                "PORTAL_TENANT_CLIENT_SECRET", tenant.clientSecret(),
                "PORTAL_TENANT_GRAPH_BASE_URL", tenant.graphBaseUrl().toString()));
        TestDatabase.settings(url)
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        PortalProcess portal = PortalProcess.start(environment, "-Xmx512m");
        started.add(portal);
        return portal;
    }

    /** The first set-up starts a run by itself. */
    private static void runByStartingTheAgent(PortalProcess portal) {
        Visit owner = new Visit(portal.address(), "owner");
        owner.signIn();
        assertThat(owner.startAgent()).isEqualTo("/");
    }

    private void killedIn(String phase, PortalProcess portal) {
        portal.kill();
        faults.clear();
        assertThat(status(2)).isEqualTo("RUNNING");
        assertThat(jdbc.sql("select phase from evaluation_run where id = 2")
                        .query(String.class)
                        .single())
                .isEqualTo(phase);
    }

    /** Lets judging, once it is past its first page, and suggesting wait for locks that the test may hold. */
    private void makeGates() {
        jdbc.sql("""
                create function portal_copies.gate() returns trigger language plpgsql as $$
                declare
                    rows bigint;
                begin
                    execute format('select count(*) from %I where run_id = 2', tg_table_name) into rows;
                    if rows > tg_argv[1]::bigint then
                        perform pg_advisory_xact_lock_shared(4711, tg_argv[0]::integer);
                    end if;
                    return null;
                end $$
                """).update();
        jdbc.sql(
                        "create trigger judging after insert on left_out for each statement execute function portal_copies.gate(1, 70)")
                .update();
        jdbc.sql(
                        "create trigger suggesting after insert on suggestion for each statement execute function portal_copies.gate(2, 1)")
                .update();
    }

    private String status(long run) {
        return jdbc.sql("select status from evaluation_run where id = :run")
                .param("run", run)
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** Another process tells nobody how far it is, so it is asked. */
    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** A lock that the portal's transactions wait for while it is closed. */
    private final class Gate implements AutoCloseable {

        private final Connection connection = database.getConnection();
        private final int number;

        Gate(int number) throws SQLException {
            this.number = number;
            connection.createStatement().execute("select pg_advisory_lock(4711, " + number + ")");
        }

        boolean isWaitedAt() {
            return jdbc.sql("select exists (select from pg_locks where locktype = 'advisory' and not granted"
                            + " and classid = 4711 and objid = :number)")
                    .param("number", number)
                    .query(Boolean.class)
                    .single();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
