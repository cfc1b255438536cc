package org.deviceoffboarding.bench.scale;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.bench.Quiet;
import org.deviceoffboarding.demotenant.DemoTenant;
import org.deviceoffboarding.demotenant.DemoTenantProperties;
import org.deviceoffboarding.demotenant.graph.faults.FaultSwitches;
import org.deviceoffboarding.demotenant.identity.Consent;
import org.deviceoffboarding.demotenant.population.ExpectedSituation;
import org.deviceoffboarding.demotenant.population.Population;

/** The demo tenant as a process of its own, which also says what a right run over it finds. */
final class TenantMain {

    private static final String SCOPES = "openid profile Device.Read.All DeviceManagementManagedDevices.Read.All"
            + " DeviceManagementServiceConfig.Read.All DeviceManagementApps.Read.All";

    private TenantMain() {}

    /** @param arguments how many devices, and where to write the known answer */
    public static void main(String[] arguments) throws IOException {
        Quiet.logs();
        try (DemoTenant tenant =
                DemoTenant.start(new DemoTenantProperties(0, "127.0.0.1", Integer.parseInt(arguments[0]), 1))) {
            Population population = tenant.context().getBean(Population.class);
            System.out.println("issuer " + tenant.issuerUri());
            System.out.println("client " + tenant.clientId());
            System.out.println("secret " + tenant.clientSecret());
            System.out.println("graph " + tenant.graphBaseUrl());
            System.out.println("entra " + population.entraDevices());
            System.out.println("managed " + population.managedDevices());
            writeSituations(population, Path.of(arguments[1]));
            System.out.println("unmatched " + unmatched(population));
            var input = new BufferedReader(new InputStreamReader(System.in));
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                carryOut(tenant, line.split(" "));
            }
        }
        System.exit(0);
    }

    private static void carryOut(DemoTenant tenant, String... words) {
        FaultSwitches faults = tenant.context().getBean(FaultSwitches.class);
        switch (words[0]) {
            case "token" ->
                System.out.println(
                        "token " + Consent.of(tenant, "owner", SCOPES).accessToken());
            case "silence" -> {
                silence(tenant.context().getBean(Population.class), Integer.parseInt(words[1]));
                System.out.println("silence now");
            }
            case "slow" -> {
                faults.clear();
                faults.forgetRequests();
                slow(tenant).forEach(pages -> pages.faults().forEach(faults::add));
                System.out.println("slow now");
            }
            case "chain" ->
                System.out.println("chain "
                        + slow(tenant).stream()
                                .mapToDouble(pages -> pages.chain(faults.requests("GET " + pages.path())))
                                .max()
                                .orElseThrow());
            default -> throw new IllegalArgumentException("Nothing is known of '" + words[0] + "'");
        }
    }

    private static void silence(Population population, int devices) {
        Instant longAgo = Instant.now().minus(Duration.ofDays(200));
        int silenced = 0;
        for (int number = 0; number < population.size() && silenced < devices; number++) {
            if (population.managedDevice(number, 0) != null && population.entraDevice(number, Instant.MAX) != null) {
                population.lifeSigns().heard(number, longAgo.minusSeconds(number));
                silenced++;
            }
        }
    }

    private static List<SlowPages> slow(DemoTenant tenant) {
        int managed = tenant.context().getBean(Population.class).managedDevices();
        return List.of(
                new SlowPages("/devices", 1, SlowPages.ALL),
                // Asked by key, too, later on: only the pages of its list are slow.
                new SlowPages("/deviceManagement/managedDevices", 2, managed / 1_000 + 1),
                new SlowPages("/deviceManagement/windowsAutopilotDeviceIdentities", 3, SlowPages.ALL),
                new SlowPages("/deviceManagement/auditEvents", 4, SlowPages.ALL));
    }

    /** Each device that a situation holds for, by the way it was made. */
    private static void writeSituations(Population population, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int number = 0; number < population.size(); number++) {
                var device = population.entraDevice(number, Instant.MAX);
                if (device != null && device.situation() != ExpectedSituation.NONE) {
                    out.write(device.id() + "\t" + device.situation() + "\n");
                }
            }
        }
    }

    /** Returns for how many Entra devices Intune has no record with their device ID. */
    private static int unmatched(Population population) {
        Set<UUID> managed = new HashSet<>();
        for (int number = 0; number < population.size(); number++) {
            for (int copy = 0; copy < Population.MOST_RECORDS; copy++) {
                var record = population.managedDevice(number, copy);
                UUID id = record == null ? null : BlankValues.orId(record.azureAdDeviceId());
                if (id != null) {
                    managed.add(id);
                }
            }
        }
        int unmatched = 0;
        for (int number = 0; number < population.size(); number++) {
            var device = population.entraDevice(number, Instant.MAX);
            if (device != null && !managed.contains(BlankValues.orId(device.deviceId()))) {
                unmatched++;
            }
        }
        return unmatched;
    }
}
