package org.deviceoffboarding.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.RemovalEvent;

/** Facts of made-up devices: nine of ten are in Intune, some left it, some are silent. The same for the same seed. */
final class ManyDevices {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private static final String[] SYSTEMS = {"Windows", "Windows", "Windows", "IPad", "IPhone", "MacMDM", "Android"};
    private static final String[] MAKERS = {"Dell Inc.", "LENOVO", "Apple", "Samsung", "HP"};
    private static final String[] JOINS = {"AzureAd", "AzureAd", "ServerAd", "Workplace"};
    private static final String[] PLACES = {"BER-", "LON-", "NYC-", "PAR-", "DEV-", "LAPTOP-"};
    private static final String INTUNE = "0000000a-0000-0000-c000-000000000000";

    private final Random random;

    ManyDevices(long seed) {
        random = new Random(seed);
    }

    List<DeviceFacts> some(int devices) {
        List<DeviceFacts> some = new ArrayList<>(devices);
        for (int i = 0; i < devices; i++) {
            some.add(one());
        }
        return some;
    }

    private DeviceFacts one() {
        int sort = random.nextInt(100);
        UUID deviceId = id();
        String system = one(SYSTEMS);
        String maker = one(MAKERS);
        String name = one(PLACES) + random.nextInt(1_000_000);
        EntraDevice entra = new EntraDevice(
                id(),
                deviceId,
                name,
                true,
                system,
                "10.0",
                one(JOINS),
                "RegisteredDevice",
                sort % 4 == 0 ? "Personal" : "Company",
                maker,
                "Model " + sort,
                sort < 95,
                true,
                sort < 95 ? INTUNE : null,
                "MDM",
                null,
                null,
                List.of("[HWID]:h:" + sort),
                ago(sort),
                ago(500),
                ago(500),
                null);
        List<ManagedDevice> records = sort < 90 ? List.of(record(deviceId, name, system, maker, sort)) : List.of();
        List<RemovalEvent> removals = sort >= 90 && sort < 95 ? List.of(removal(deviceId, name)) : List.of();
        return new DeviceFacts(entra, records, null, removals);
    }

    private ManagedDevice record(UUID deviceId, String name, String system, String maker, int sort) {
        String user = "user" + random.nextInt(500_000) + "@contoso.com";
        return new ManagedDevice(
                id(),
                deviceId,
                name,
                "SN" + random.nextInt(),
                user,
                "User " + sort,
                "company",
                system,
                "10.0",
                maker,
                "Model " + sort,
                "managed",
                "mdm",
                "windowsAzureADJoin",
                "compliant",
                ago(sort),
                ago(400));
    }

    private RemovalEvent removal(UUID deviceId, String name) {
        return new RemovalEvent(
                RemovalEvent.Kind.WIPE,
                RemovalEvent.Source.AUDIT,
                ago(3),
                "helpdesk@contoso.com",
                true,
                "Success",
                deviceId,
                id(),
                name);
    }

    /** A twentieth is silent. */
    private Instant ago(int sort) {
        int days = sort >= 85 && sort < 90 ? 100 + random.nextInt(300) : random.nextInt(60);
        return NOW.minus(Duration.ofDays(days)).minusSeconds(random.nextInt(86_400));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
