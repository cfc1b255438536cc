package org.deviceoffboarding.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.deviceoffboarding.DemoRuns;
import org.deviceoffboarding.TestDatabase;
import org.deviceoffboarding.agent.AgentService;
import org.deviceoffboarding.base.Actor;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.graph.Fault;
import org.deviceoffboarding.demotenant.graph.Faults;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.IdKind;
import org.deviceoffboarding.demotenant.population.Population;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Kills the process that carries out one large request at random moments, without a word to it, while one change in
 * twenty goes wrong; then looks at each device. Every start takes its seconds, so a slow machine kills less often.
 */
class KilledRequestIT {

    private static final int DEVICES = 2_000;
    private static final int KILLS = 50;
    private static final int KILLS_AT_LEAST = 10;
    private static final Duration KILLING = Duration.ofMinutes(3);
    private static final Path CACHE = Path.of("target", "carrier.aot");

    /** The virtual machine keeps nothing of classes that lie in a folder. */
    private static final Path JAR = Path.of("target", "carrier.jar");

    /** So many devices of the demo tenant are flagged enough. */
    private static final int TENANT = 32_000;

    private final SplittableRandom random = new SplittableRandom(4711);
    private final DemoTenant tenant = tenantWithoutLimits();
    private final Faults faults = tenant.context().getBean(Faults.class);
    private final Population population = tenant.context().getBean(Population.class);
    private final String database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
        tenant.close();
    }

    @Test
    void aRequestThatIsKilledAgainAndAgainActsOnEveryDeviceExactlyOnce() {
        List<UUID> devices = askAndApprove();
        letOneInTwentyGoWrong();
        pack();
        rehearse();

        Instant enoughKilled = Instant.now().plus(KILLING);
        int kills = 0;
        while (kills < KILLS && (kills < KILLS_AT_LEAST || Instant.now().isBefore(enoughKilled))) {
            long sent = faults.requests("POST /$batch");
            Process portal = start();
            long enough = sent + random.nextInt(1, 13);
            await(() -> faults.requests("POST /$batch") >= enough || isDone());
            LockSupport.parkNanos(random.nextLong(Duration.ofMillis(20).toNanos()));
            kill(portal);
            assertThat(isDone())
                    .as("done after it was killed %d times", ++kills)
                    .isFalse();
        }
        start();
        await(this::isDone);

        assertThat(jdbc.sql("select state, count(*) || '' from requested_device group by state")
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .containsExactly("VERIFIED " + DEVICES);
        assertThat(devices).allSatisfy(this::wasDisabledOnce);
        assertThat(entries("device.disabled")).isEqualTo(DEVICES);
        assertThat(entries("device.verified")).isEqualTo(DEVICES);
        assertThat(jdbc.sql("select count(*) from disabled_device")
                        .query(Integer.class)
                        .single())
                .isEqualTo(DEVICES);
    }

    private void wasDisabledOnce(UUID device) {
        int number = Objects.requireNonNull(population.findEntraDevice(IdKind.ENTRA_OBJECT, device.toString()))
                .number();
        assertThat(population.changes().history(number))
                .extracting(DeviceWrite::what)
                .as("what took effect on %s", device)
                .containsExactly(DeviceWrite.What.DISABLED);
        assertThat(population.changes().history(number).getFirst().by()).isEqualTo("approver@contoso.example");
    }

    /** Returns how many devices have exactly one entry of a sort in the audit log. */
    private int entries(String action) {
        return jdbc.sql("""
                select count(*) from (select subject from audit_entry where action = :action group by subject
                                      having count(*) = 1) once
                """).param("action", action).query(Integer.class).single();
    }

    private List<UUID> askAndApprove() {
        try (ConfigurableApplicationContext office = Carrier.start(settings())) {
            startAgent(office);
            await(() -> runs("<> 'RUNNING'").size() == 1); // the first set-up starts a run by itself
            assertThat(jdbc.sql("select failure from evaluation_run where failure is not null")
                            .query(String.class)
                            .list())
                    .isEmpty();
            jdbc.sql("""
                    insert into remediation_rules (version, saved_at, saved_by_id, saved_by_name, approval_from, per_request,
                        per_day)
                    values (1, now(), 'owner-id', 'owner@contoso.example', 1, 10000, 10000)
                    """).update();
            List<UUID> devices = devicesToDisable(office, runs("= 'COMPLETED'").getFirst());
            office.getBean(Scheduler.class).pause();
            Lender approver = Lender.of(tenant, "approver");
            office.getBean(ActionIdentityService.class).lend(approver.consent(), approver.actor());
            long request = office.getBean(AskingService.class)
                    .ask(new NewRequest(Action.DISABLE, devices, "They left", "a test", null, 0), DemoRuns.OPERATOR)
                    .id();
            office.getBean(ApprovalService.class).approve(request, "", approver.actor());
            return devices;
        }
    }

    private void startAgent(ConfigurableApplicationContext office) {
        AgentService agents = office.getBean(AgentService.class);
        List<String> permissions = agents.requirements().stream()
                .map(requirement -> requirement.permission())
                .toList();
        Consent owner = Consent.of(tenant, "owner", "openid profile offline_access " + String.join(" ", permissions));
        agents.start(DemoRuns.given(owner), new Actor(owner.personId(), owner.personName()));
    }

    private List<UUID> devicesToDisable(ConfigurableApplicationContext office, long run) {
        List<UUID> flagged = jdbc.sql("select object_id from finding where run_id = :run order by object_id")
                .param("run", run)
                .query(UUID.class)
                .list();
        List<UUID> allowed = office.getBean(AskingService.class).preview(Action.DISABLE, flagged).devices().stream()
                .filter(device -> Boolean.TRUE.equals(device.enabled()))
                .map(DeviceSnapshot::objectId)
                .toList();
        assertThat(allowed).hasSizeGreaterThanOrEqualTo(DEVICES);
        return allowed.subList(0, DEVICES);
    }

    private void letOneInTwentyGoWrong() {
        faults.add(Fault.of(Fault.Kind.DONE_BUT_THROTTLED, "/devices/*", -1)
                .onlyFor("PATCH")
                .byChance(2, 1));
        faults.add(Fault.of(Fault.Kind.UNAVAILABLE, "/devices/*", -1)
                .onlyFor("PATCH")
                .byChance(2, 2));
        faults.add(Fault.of(Fault.Kind.CUT_CONNECTION, "/$batch", -1)
                .withAfterBytes(200)
                .byChance(1, 3));
        faults.forgetRequests();
    }

    private Process start() {
        return start("-XX:AOTCache=" + CACHE, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    private static void pack() {
        String name = Carrier.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(JAR));
                InputStream carrier = Objects.requireNonNull(Carrier.class.getResourceAsStream("/" + name))) {
            jar.putNextEntry(new JarEntry(name));
            carrier.transferTo(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the virtual machine keeps of one start halves the time of all others. */
    private void rehearse() {
        Process rehearsal = start("-XX:AOTCacheOutput=" + CACHE);
        await(() -> faults.requests("POST /$batch") >= 6);
        rehearsal.destroy();
        rehearsal.onExit().join();
    }

    private Process start(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Path.of("target", "portal", "portal.jar") + File.pathSeparator + JAR,
                Carrier.class.getName()));
        command.addAll(1, List.of(options));
        command.addAll(settings());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/killed-requests.log")))
                    .start();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(Process portal) {
        assertThat(portal.isAlive()).as("it ends by being killed only").isTrue();
        portal.destroyForcibly();
        portal.onExit().join();
    }

    private List<String> settings() {
        return List.of(
                "--portal.secret-key=a-key-for-tests-only",
                "--portal.tenant.issuer-uri=" + tenant.issuerUri(),
                "--portal.tenant.client-id=" + tenant.clientId(),
                "--portal.tenant.client-secret=" + tenant.clientSecret(),
                "--portal.tenant.graph-base-url=" + tenant.graphBaseUrl(),
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres");
    }

    private boolean isDone() {
        return jdbc.sql("select status from change_request")
                .query(String.class)
                .single()
                .equals("DONE");
    }

    private List<Long> runs(String status) {
        return jdbc.sql("select id from evaluation_run where status " + status)
                .query(Long.class)
                .list();
    }

    private static DemoTenant tenantWithoutLimits() {
        System.setProperty("demotenant.limits", "false");
        try {
            return DemoTenant.start(new DemoTenantProperties(0, "127.0.0.1", TENANT, 1));
        } finally {
            System.clearProperty("demotenant.limits");
        }
    }

    /** Another process tells nobody how far it is, so it is asked. */
    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now())
                    .as("the portal's log is target/killed-requests.log")
                    .isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }
}
