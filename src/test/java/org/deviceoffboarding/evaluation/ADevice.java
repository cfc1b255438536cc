package org.deviceoffboarding.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.inventory.AutopilotIdentity;
import org.deviceoffboarding.inventory.DeviceFacts;
import org.deviceoffboarding.inventory.EntraDevice;
import org.deviceoffboarding.inventory.ManagedDevice;
import org.deviceoffboarding.inventory.RemovalEvent;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one device for tests: an enabled corporate Windows laptop that signed in yesterday, that nobody claims and
 * that Intune does not know. A test states only what matters to it.
 */
final class ADevice {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    static final UUID DEVICE_ID = UUID.fromString("b7e0c9aa-21d4-4b0f-9c55-6b1f3f0a7d10");
    static final UUID OBJECT_ID = UUID.fromString("3f1c77d2-5a0e-4c1b-8b6c-0d8f2f4e9a07");
    static final UUID INTUNE_ID = UUID.fromString("91a4d3f8-77c2-4e61-a3f0-5d2b8c6e1f42");
    static final UUID STRANGER = UUID.fromString("11111111-2222-3333-4444-555555555555");
    static final String INTUNE = "0000000a-0000-0000-c000-000000000000";

    private UUID objectId = OBJECT_ID;
    private @Nullable UUID deviceId = DEVICE_ID;
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
    private final List<ManagedDevice> records = new ArrayList<>();
    private final List<RemovalEvent> removals = new ArrayList<>();

    static ADevice that() {
        return new ADevice();
    }

    static Instant daysAgo(long days) {
        return NOW.minus(Duration.ofDays(days));
    }

    ADevice hasIds(UUID object, @Nullable UUID device) {
        objectId = object;
        deviceId = device;
        return this;
    }

    ADevice isEnabled(@Nullable Boolean value) {
        enabled = value;
        return this;
    }

    ADevice runs(String operatingSystem) {
        system = operatingSystem;
        return this;
    }

    ADevice isOwnedBy(String value) {
        ownership = value;
        return this;
    }

    ADevice isJoined(@Nullable String value) {
        trustType = value;
        return this;
    }

    ADevice hasProfile(@Nullable String value) {
        profileType = value;
        return this;
    }

    ADevice isMade(@Nullable String byMaker, @Nullable String asModel) {
        maker = byMaker;
        model = asModel;
        return this;
    }

    ADevice isManaged(@Nullable Boolean value, @Nullable String byMdm) {
        managed = value;
        mdm = byMdm;
        return this;
    }

    ADevice hasManagementType(String value) {
        managementType = value;
        return this;
    }

    ADevice isSyncedFromPremises() {
        synced = true;
        return this;
    }

    ADevice hasPhysicalId(String value) {
        physicalIds = List.of("[HWID]:h:6825000000000000", value);
        return this;
    }

    ADevice signedIn(@Nullable Instant value) {
        lastSignIn = value;
        return this;
    }

    ADevice wasDisabledByPortal(Instant at) {
        disabledByPortal = at;
        enabled = false;
        return this;
    }

    ADevice isRegistered(@Nullable UUID managedDeviceId) {
        autopilot = new AutopilotIdentity(
                STRANGER, deviceId, managedDeviceId, "SN-1", "Sales", "enrolled", null, "Laptop 5", "Contoso");
        return this;
    }

    ADevice isInIntune() {
        return hasRecord("managed", daysAgo(1));
    }

    ADevice hasRecord(@Nullable String state, @Nullable Instant lastSync) {
        return hasRecord(deviceId, state, lastSync, "windowsAzureADJoin", "Laptop 5");
    }

    ADevice hasRecord(
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
                "mdm",
                enrollment,
                "compliant",
                lastSync,
                daysAgo(400)));
        return this;
    }

    ADevice was(RemovalEvent.Kind kind, Instant at) {
        return was(kind, at, true, deviceId);
    }

    ADevice was(RemovalEvent.Kind kind, Instant at, boolean success, @Nullable UUID entraDeviceId) {
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

    DeviceFacts facts() {
        EntraDevice entra = new EntraDevice(
                objectId,
                deviceId,
                "LAPTOP-1",
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
                daysAgo(400));
        return new DeviceFacts(entra, List.copyOf(records), autopilot, List.copyOf(removals), disabledByPortal);
    }
}
