package org.deviceoffboarding.inventory;

import static org.deviceoffboarding.inventory.Json.autopilot;
import static org.deviceoffboarding.inventory.Json.entra;
import static org.deviceoffboarding.inventory.Json.event;
import static org.deviceoffboarding.inventory.Json.managed;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of a tenant whose few IDs meet in every way: none, several of one, records that move, lose their ID or go. The same for
 * the same seed.
 */
final class ChangingTenant {

    private static final int IDS = 60;

    private final Random random;
    private final List<UUID> objectIds;
    private final List<UUID> deviceIds;
    private final List<UUID> intuneIds;
    private final List<UUID> registrations;

    ChangingTenant(long seed) {
        random = new Random(seed);
        objectIds = ids(2 * IDS);
        deviceIds = ids(IDS / 2);
        intuneIds = ids(IDS);
        registrations = ids(IDS / 3);
    }

    /** Returns the object IDs of all devices that it may have. */
    List<UUID> objectIds() {
        return objectIds;
    }

    /** Lets the tenant have what it has by now. Each call changes it. */
    void change(Tenant tenant) {
        tenant.has(Tenant.DEVICES, some(objectIds, 90, this::device))
                .has(Tenant.MANAGED, some(intuneIds, 70, this::record))
                .has(
                        Tenant.AUTOPILOT,
                        some(registrations, 70, id -> autopilot(id.toString(), text(deviceIds), text(intuneIds))))
                .has(
                        Tenant.AUDIT,
                        rows(
                                IDS,
                                number -> event(
                                        "event-" + random.nextInt(2 * IDS) + "-" + number,
                                        one("wipe ManagedDevice", "retire ManagedDevice", "delete ManagedDevice"),
                                        one("Success", "Failure"),
                                        one(intuneIds),
                                        maybe() ? one(deviceIds) : null)));
    }

    private String device(UUID objectId) {
        return entra(
                objectId.toString(),
                text(deviceIds),
                "D" + random.nextInt(9),
                property("operatingSystem", "Windows", "Android", "IPad"),
                property("trustType", "AzureAd", "ServerAd", "Workplace"),
                property("deviceOwnership", "Company", "Personal"),
                property("approximateLastSignInDateTime", "2026-01-01T00:00:00Z", "2026-11-20T01:02:03.1234567Z"),
                "\"physicalIds\":[\"[ZTDID]:1\",\"a,b\"]",
                "\"isManaged\":" + one("true", "false", "null"),
                property("operatingSystemVersion", "10.0 (22621)", "10.0.22621", "9.1"),
                property("manufacturer", "Contoso", "CONTOSO. ", "Fabrikam"),
                property("model", "Laptop", "laptop"));
    }

    private String record(UUID intuneId) {
        return managed(
                intuneId.toString(),
                text(deviceIds),
                one("", "A", "B"),
                property("serialNumber", "S1", "S2"),
                property("userPrincipalName", "ada@contoso.com", "bob@contoso.com"),
                property("managedDeviceOwnerType", "company", "unknown"),
                property("model", "Cloud PC", "Laptop"),
                property("deviceEnrollmentType", "unknown", "windowsBulkUserless", "windowsAzureADJoin"),
                property("managementState", "managed", "retirePending"),
                property("lastSyncDateTime", "2026-01-01T00:00:00Z", "2026-11-01T00:00:00Z", "0001-01-01T00:00:00Z"),
                property("osVersion", "10.0.22621", "11 (4)", "9.1"),
                property("manufacturer", "contoso", "Fabrikam"),
                property("userDisplayName", "Ada", "Bob"),
                property("enrolledDateTime", "2025-01-01T00:00:00Z", "2026-02-01T00:00:00Z"));
    }

    /** A value, or none. */
    private String property(String name, String... values) {
        return "\"" + name + "\":" + (random.nextInt(3) == 0 ? "null" : "\"" + one(values) + "\"");
    }

    private String text(List<UUID> ids) {
        return switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> Json.ZERO;
            case 2 -> id().toString();
            default -> one(ids);
        };
    }

    private String[] some(List<UUID> ids, int percent, Function<UUID, String> row) {
        return ids.stream().filter(id -> random.nextInt(100) < percent).map(row).toArray(String[]::new);
    }

    private static String[] rows(int number, IntFunction<String> row) {
        return IntStream.range(0, number).mapToObj(row).toArray(String[]::new);
    }

    private List<UUID> ids(int number) {
        return Stream.generate(this::id).limit(number).toList();
    }

    /** In either half of what can be ordered as a number with a sign, or close to another one. */
    private UUID id() {
        return new UUID(random.nextBoolean() ? random.nextLong() : random.nextInt(3) - 1, random.nextLong() | 1);
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private String one(List<UUID> ids) {
        return ids.get(random.nextInt(ids.size())).toString();
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }
}
