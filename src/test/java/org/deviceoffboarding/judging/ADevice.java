package org.deviceoffboarding.judging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.FormerRecord;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one device for tests: an enabled corporate Windows laptop that signed in yesterday, that nobody claims and
 * that Intune does not know. A test states only what matters to it.
 */
public final class ADevice {

    public static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    public static final UUID DEVICE_ID = UUID.fromString("b7e0c9aa-21d4-4b0f-9c55-6b1f3f0a7d10");
    public static final UUID OBJECT_ID = UUID.fromString("3f1c77d2-5a0e-4c1b-8b6c-0d8f2f4e9a07");
    public static final UUID INTUNE_ID = UUID.fromString("91a4d3f8-77c2-4e61-a3f0-5d2b8c6e1f42");
    public static final UUID STRANGER = UUID.fromString("11111111-2222-3333-4444-555555555555");
    public static final String INTUNE = "0000000a-0000-0000-c000-000000000000";
    public static final String CONFIGURATION_MANAGER = "54b943f8-d761-4f8d-951e-9cea1846db5a";

    private UUID objectId = OBJECT_ID;
    private @Nullable UUID deviceId = DEVICE_ID;
    private String name = "LAPTOP-1";
    private @Nullable Boolean enabled = true;
    private String system = "Windows";
    private String ownership = "Company";
    private @Nullable String trustType = "AzureAd";
    private @Nullable String profileType = "RegisteredDevice";
    private @Nullable String maker = "Contoso";
    private @Nullable String model = "Laptop 5";
    private @Nullable Boolean managed;
    private @Nullable String mdm;
    private @Nullable String managementType;
    private @Nullable Boolean synced;
    private List<String> physicalIds = List.of();
    private @Nullable Instant lastSignIn = NOW.minus(Duration.ofDays(1));
    private @Nullable AutopilotIdentity autopilot;
    private @Nullable Instant disabledByPortal;
    private String agent = "mdm";
    private final List<ManagedDevice> records = new ArrayList<>();
    private final List<RemovalEvent> removals = new ArrayList<>();
    private final List<FormerRecord> former = new ArrayList<>();

    public static ADevice that() {
        return new ADevice();
    }

    public static Instant daysAgo(long days) {
        return NOW.minus(Duration.ofDays(days));
    }

    public ADevice hasIds(UUID object, @Nullable UUID device) {
        objectId = object;
        deviceId = device;
        return this;
    }

    public ADevice isNamed(String value) {
        name = value;
        return this;
    }

    public ADevice isEnabled(@Nullable Boolean value) {
        enabled = value;
        return this;
    }

    public ADevice runs(String operatingSystem) {
        system = operatingSystem;
        return this;
    }

    public ADevice isOwnedBy(String value) {
        ownership = value;
        return this;
    }

    public ADevice isJoined(@Nullable String value) {
        trustType = value;
        return this;
    }

    public ADevice hasProfile(@Nullable String value) {
        profileType = value;
        return this;
    }

    public ADevice isMade(@Nullable String byMaker, @Nullable String asModel) {
        maker = byMaker;
        model = asModel;
        return this;
    }

    public ADevice isManaged(@Nullable Boolean value, @Nullable String byMdm) {
        managed = value;
        mdm = byMdm;
        return this;
    }

    public ADevice hasManagementType(String value) {
        managementType = value;
        return this;
    }

    /** Intune's records that are added from now on say that it is managed through this. */
    public ADevice isManagedThrough(String value) {
        agent = value;
        return this;
    }

    public ADevice isSyncedFromPremises() {
        synced = true;
        return this;
    }

    public ADevice hasPhysicalId(String value) {
        physicalIds = List.of("[HWID]:h:6825000000000000", value);
        return this;
    }

    public ADevice signedIn(@Nullable Instant value) {
        lastSignIn = value;
        return this;
    }

    public ADevice wasDisabledByPortal(Instant at) {
        disabledByPortal = at;
        enabled = false;
        return this;
    }

    public ADevice isRegistered(@Nullable UUID managedDeviceId) {
        autopilot = new AutopilotIdentity(
                STRANGER, deviceId, managedDeviceId, "SN-1", "Sales", "enrolled", null, "Laptop 5", "Contoso");
        return this;
    }

    public ADevice isInIntune() {
        return hasRecord("managed", daysAgo(1));
    }

    public ADevice hasRecord(@Nullable String state, @Nullable Instant lastSync) {
        return hasRecord(deviceId, state, lastSync, "windowsAzureADJoin", "Laptop 5");
    }

    public ADevice hasRecord(
            @Nullable UUID ofDevice,
            @Nullable String state,
            @Nullable Instant lastSync,
            @Nullable String enrollment,
            @Nullable String recordModel) {
        records.add(new ManagedDevice(
                new UUID(INTUNE_ID.getMostSignificantBits(), INTUNE_ID.getLeastSignificantBits() + records.size()),
                ofDevice,
                "LAPTOP-1",
                "SN-1",
                "someone@contoso.example",
                "Someone",
                "company",
                system,
                "10.0",
                maker,
                recordModel,
                state,
                agent,
                enrollment,
                "compliant",
                lastSync,
                daysAgo(400)));
        return this;
    }

    /** An earlier inventory had a record of it, which is gone. */
    public ADevice hadRecord(@Nullable String enrollment, @Nullable String byMaker, @Nullable String asModel) {
        return hadRecord(enrollment, byMaker, asModel, null);
    }

    /** An earlier inventory had a record of it, which no longer names it. */
    public ADevice lostRecord(FormerRecord.Moved now) {
        return hadRecord("windowsAzureADJoin", "Contoso", "Laptop 5", now);
    }

    private ADevice hadRecord(
            @Nullable String enrollment,
            @Nullable String byMaker,
            @Nullable String asModel,
            FormerRecord.@Nullable Moved now) {
        former.add(new FormerRecord(
                new ManagedDevice(
                        new UUID(
                                INTUNE_ID.getMostSignificantBits(),
                                INTUNE_ID.getLeastSignificantBits() + former.size()),
                        deviceId,
                        "LAPTOP-1",
                        "SN-1",
                        "someone@contoso.example",
                        "Someone",
                        "company",
                        system,
                        null,
                        byMaker,
                        asModel,
                        null,
                        agent,
                        enrollment,
                        null,
                        null,
                        null),
                now));
        return this;
    }

    public ADevice was(RemovalEvent.Kind kind, Instant at) {
        return was(kind, at, true, deviceId);
    }

    public ADevice was(RemovalEvent.Kind kind, Instant at, boolean success, @Nullable UUID entraDeviceId) {
        RemovalEvent.Source source =
                kind == RemovalEvent.Kind.GONE ? RemovalEvent.Source.INVENTORY : RemovalEvent.Source.AUDIT;
        String actor = kind == RemovalEvent.Kind.GONE ? null : "helpdesk@contoso.example";
        removals.add(new RemovalEvent(
                kind,
                source,
                at,
                actor,
                success,
                success ? "Success" : "Failure",
                entraDeviceId,
                INTUNE_ID,
                "LAPTOP-1"));
        return this;
    }

    public DeviceFacts facts() {
        EntraDevice entra = new EntraDevice(
                objectId,
                deviceId,
                name,
                enabled,
                system,
                "10.0",
                trustType,
                profileType,
                ownership,
                maker,
                model,
                managed,
                false,
                mdm,
                managementType,
                synced,
                null,
                physicalIds,
                lastSignIn,
                daysAgo(400),
                daysAgo(400),
                null);
        return new DeviceFacts(
                entra,
                List.copyOf(records),
                autopilot,
                List.copyOf(removals),
                disabledByPortal,
                false,
                List.copyOf(former));
    }
}
