package org.deviceoffboarding.demotenant.population;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.deviceoffboarding.demotenant.unit.DemoUnit;
import org.jspecify.annotations.Nullable;

/** A device as the directory shows it. Everything is computed when it is asked for. */
public final class DemoEntraDevice {

    /** Intune's application ID, by which Entra says that Intune manages a device. */
    public static final String INTUNE_APP_ID = "0000000a-0000-0000-c000-000000000000";

    /** Configuration Manager's application ID, by which Entra says that it manages a device, beside Intune or alone. */
    public static final String CONFIGURATION_MANAGER_APP_ID = "54b943f8-d761-4f8d-951e-9cea1846db5a";

    private static final String OTHER_MDM_APP_ID = "2f7c1a5e-63f4-4a0e-9b1d-6f3a5c0d9e42";
    private static final String ZERO_ID = "00000000-0000-0000-0000-000000000000";

    /** {@code X509:<SHA1-TP-PUBKEY>}, as every such key begins. */
    private static final String KEY_PREFIX = "WDUwOTo8U0hBMS1UUC1QVUJLRVk+";

    private final Generators generators;
    private final int device;
    private final Profile profile;
    private final ChangedState state;
    private final @Nullable String changedMdm;

    /** @param changedMdm what manages it instead; null for what always did */
    DemoEntraDevice(
            Generators generators, int device, Profile profile, ChangedState state, @Nullable String changedMdm) {
        this.generators = generators;
        this.device = device;
        this.profile = profile;
        this.state = state;
        this.changedMdm = changedMdm;
    }

    /** Returns the number of the device in the tenant. */
    public int number() {
        return device;
    }

    public ChangedState state() {
        return state;
    }

    /** Returns this device as a write leaves it. */
    public DemoEntraDevice after(DeviceWrite write) {
        return new DemoEntraDevice(generators, device, profile, state.after(write), changedMdm);
    }

    public ObjectKind kind() {
        return profile.kind;
    }

    public String id() {
        return generators.guids().of(IdKind.ENTRA_OBJECT, device);
    }

    public String deviceId() {
        return switch (profile.quirk) {
            case BLANK_DEVICE_ID -> "";
            case ZERO_DEVICE_ID -> ZERO_ID;
            default -> generators.guids().of(IdKind.ENTRA_DEVICE, device);
        };
    }

    public String displayName() {
        return generators.nameOf(device);
    }

    public boolean accountEnabled() {
        var changed = state.enabled();
        return changed == null ? profile.quirk != Quirk.DISABLED : changed;
    }

    public @Nullable Instant signedIn() {
        return generators.lifeSigns().of(device, generators.timeline().signedIn(device, profile.activity));
    }

    public Instant registered() {
        return generators.timeline().registered(device, profile.activity);
    }

    public @Nullable Boolean isManaged() {
        if (changedMdm != null) {
            return true;
        }
        return switch (profile.link) {
            case MANAGED, MANAGED_THRICE, LEAVING, CLAIMED, OTHER_MDM -> true;
            case UNCLAIMED, INTUNE_ONLY_ZERO_ID, INTUNE_ONLY_EMPTY_ID ->
                profile.removal == Removal.NONE ? null : Boolean.FALSE;
        };
    }

    /** Returns the administrative units that it is in. */
    public List<DemoUnit> units() {
        return generators
                .units()
                .of(
                        device,
                        profile.situation == ExpectedSituation.NONE
                                && profile.link == EnrolmentState.MANAGED
                                && profile.kind == ObjectKind.ORDINARY
                                && profile.activity == ActivityPattern.RECENT);
    }

    public boolean isManagementRestricted() {
        return units().stream().anyMatch(DemoUnit::restricted);
    }

    public @Nullable Boolean isCompliant() {
        var managed = isManaged();
        if (managed == null) {
            return null;
        }
        return managed
                && !state.restored()
                && profile.activity == ActivityPattern.RECENT
                && generators.dice().percent(94, device, Roll.COMPLIANT);
    }

    public @Nullable String mdmAppId() {
        if (changedMdm != null) {
            return changedMdm;
        }
        return switch (profile.link) {
            case MANAGED, MANAGED_THRICE, LEAVING, CLAIMED ->
                profile.quirk == Quirk.CO_MANAGED ? CONFIGURATION_MANAGER_APP_ID : INTUNE_APP_ID;
            case OTHER_MDM -> OTHER_MDM_APP_ID;
            case UNCLAIMED, INTUNE_ONLY_ZERO_ID, INTUNE_ONLY_EMPTY_ID -> null;
        };
    }

    public @Nullable String managementType() {
        return mdmAppId() == null ? null : "MDM";
    }

    public @Nullable String deviceOwnership() {
        return profile.kind == ObjectKind.PRINTER ? null : profile.owner.inEntra();
    }

    public String operatingSystem() {
        return profile.platform.inEntra();
    }

    public boolean runsWindows() {
        return profile.platform == OperatingSystem.WINDOWS;
    }

    public String operatingSystemVersion() {
        return generators.hardware().osVersion(device, profile.platform);
    }

    public String manufacturer() {
        return generators.hardware().model(device, profile).maker();
    }

    public String model() {
        return generators.hardware().model(device, profile).name();
    }

    public String profileType() {
        return profile.kind.profileType();
    }

    public @Nullable String trustType() {
        return switch (profile.kind) {
            case HYBRID -> "ServerAd";
            case PRINTER, IOT -> null;
            default -> runsWindows() && profile.owner == Owner.COMPANY ? "AzureAd" : "Workplace";
        };
    }

    public @Nullable Boolean onPremisesSyncEnabled() {
        return profile.kind == ObjectKind.HYBRID ? Boolean.TRUE : null;
    }

    public @Nullable Instant onPremisesLastSync() {
        return profile.kind == ObjectKind.HYBRID ? generators.timeline().daysAgo(0, 1, device, Roll.SYNCED) : null;
    }

    public @Nullable String onPremisesSecurityIdentifier() {
        return profile.kind == ObjectKind.HYBRID ? "S-1-5-21-1004336348-1177238915-682003330-" + (1100 + device) : null;
    }

    public @Nullable String enrollmentType() {
        return mdmAppId() == null || profile.link == EnrolmentState.OTHER_MDM ? null : EnrolmentTypes.of(profile);
    }

    public @Nullable String enrollmentProfileName() {
        return profile.kind == ObjectKind.AUTOPILOT ? "Autopilot - Contoso laptops" : null;
    }

    public List<String> physicalIds() {
        var hardware = generators.guids().of(IdKind.HARDWARE, device);
        var gid = "[USER-GID]:" + hardware + ":6755461017632" + device;
        if (profile.kind != ObjectKind.AUTOPILOT) {
            return List.of(gid, "[GID]:g:6755461017632" + device, "[HWID]:h:6755461017633" + device);
        }
        var identity = generators.guids().of(IdKind.AUTOPILOT, device);
        return List.of(
                gid,
                "[HWID]:h:6755461017633" + device,
                "[ZTDID]:" + identity,
                "[OrderID]:" + Autopilot.groupTag(generators.dice(), device));
    }

    /** Returns the key of the device's certificate, in the form that Entra shows it. */
    public String alternativeSecurityKey() {
        return KEY_PREFIX + Base64.getEncoder().encodeToString(deviceId().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Returns whether deleting it leaves nothing to restore. */
    public boolean deletedForGoodAtOnce() {
        return trustType() == null || profile.kind == ObjectKind.PRINTER || profile.kind == ObjectKind.SECURE_VM;
    }

    public @Nullable Employee owner() {
        return generators.ownerOf(device);
    }

    public ExpectedSituation situation() {
        return profile.situation;
    }
}
