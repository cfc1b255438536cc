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
import org.deviceoffboarding.DatabaseModules;
import org.deviceoffboarding.demotenant.graph.faults.Fault;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.population.DeviceWrite;
import org.deviceoffboarding.demotenant.population.IdKind;
import org.deviceoffboarding.demotenant.population.Population;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kills the process that carries out one large request at random moments, without a word to it, while one change in
 * twenty goes wrong; then looks at each device. Every start takes its seconds, so a slow machine kills less often.
 */
class KilledRequestIT {

    private static final int DEVICES = 2_000;
    private static final int KILLS = 50;
    private static final int KILLS_AT_LEAST = 10;
    private static final Duration KILLING = Duration.ofSeconds(90);
    private static final Path CACHE = Path.of("target", "carrier.aot");

    /** The virtual machine keeps nothing of classes that lie in a folder. */
    private static final Path JAR = Path.of("target", "carrier.jar");

    /** So many devices of the demo tenant are flagged enough. */
    private static final int TENANT = 32_000;

    private final SplittableRandom random = new SplittableRandom(4711);
    private final RemediationTestBed testBed = new RemediationTestBed(TENANT, false);
    private final FaultSwitches faults = testBed.faults();
    private final JdbcClient jdbc = testBed.jdbc();
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
        testBed.close();
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
        Population population = testBed.tenant().context().getBean(Population.class);
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
        try (ConfigurableApplicationContext portal = HeadlessPortal.start(testBed.settings())) {
            testBed.startAgent(portal);
            await(() -> testBed.count("select count(*) from evaluation_run where status <> 'RUNNING'") == 1);
            assertThat(jdbc.sql("select failure from evaluation_run where failure is not null")
                            .query(String.class)
                            .list())
                    .isEmpty();
            List<UUID> devices = testBed.devicesToDisable(portal, DEVICES);
            portal.getBean(Scheduler.class).pause();
            testBed.askToDisable(portal, devices).approve();
            return devices;
        }
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
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(JAR))) {
            for (Class<?> each : List.of(HeadlessPortal.class, DatabaseModules.class)) {
                String name = each.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                try (InputStream code = Objects.requireNonNull(each.getResourceAsStream("/" + name))) {
                    code.transferTo(jar);
                }
            }
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
                HeadlessPortal.class.getName()));
        command.addAll(1, List.of(options));
        command.addAll(testBed.settings());
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

    private boolean isDone() {
        return jdbc.sql("select status from change_request")
                .query(String.class)
                .single()
                .equals("DONE");
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
