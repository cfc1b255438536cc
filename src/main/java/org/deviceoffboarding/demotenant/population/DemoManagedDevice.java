package org.deviceoffboarding.demotenant.population;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A device as Intune shows it. Everything is computed when it is asked for. */
public final class DemoManagedDevice {

    private static final String ZERO_ID = "00000000-0000-0000-0000-000000000000";

    private final Generators generators;
    private final int device;
    private final int copy;
    private final Profile profile;
    private final RecordChanges.Change change;

    DemoManagedDevice(Generators generators, int device, int copy, Profile profile, RecordChanges.Change change) {
        this.generators = generators;
        this.device = device;
        this.copy = copy;
        this.profile = profile;
        this.change = change;
    }

    public String id() {
        return generators.intuneId(device, copy);
    }

    /** Returns the Entra device ID as Intune knows it, which may be empty, all zeros or in upper case. */
    public String azureAdDeviceId() {
        if (change.deviceId() != null) {
            return change.deviceId();
        }
        if (profile.link == EnrolmentState.INTUNE_ONLY_EMPTY_ID) {
            return "";
        }
        if (profile.link == EnrolmentState.INTUNE_ONLY_ZERO_ID) {
            return ZERO_ID;
        }
        var id = generators.guids().of(IdKind.ENTRA_DEVICE, device);
        return profile.quirk == Quirk.UPPER_CASE_ID ? id.toUpperCase(Locale.ROOT) : id;
    }

    public boolean azureAdRegistered() {
        return profile.inEntra();
    }

    public String deviceName() {
        return generators.nameOf(device);
    }

    public Instant enrolled() {
        return generators.timeline().enrolled(device, profile.activity);
    }

    public Instant synchronised() {
        Instant made = generators.timeline().synchronised(device, copy, profile.activity);
        return Objects.requireNonNull(generators.lifeSigns().of(device, made));
    }

    public String ownerType() {
        return profile.owner.inIntune();
    }

    public @Nullable Employee owner() {
        return generators.ownerOf(device);
    }

    public String operatingSystem() {
        return profile.platform.inIntune();
    }

    public String osVersion() {
        return generators.hardware().osVersion(device, profile.platform);
    }

    public String manufacturer() {
        return generators.hardware().model(device, profile).maker();
    }

    public String model() {
        return generators.hardware().model(device, profile).name();
    }

    public String serialNumber() {
        return generators.serialNumber(device);
    }

    public String imei() {
        return profile.platform.isPhone() && profile.kind == ObjectKind.ORDINARY
                ? generators.hardware().imei(device)
                : "";
    }

    public String macAddress() {
        return generators.hardware().macAddress(device);
    }

    public String phoneNumber() {
        return imei().isEmpty() ? "" : "+49*******" + generators.hardware().digits(device, Roll.PHONE, 2);
    }

    public long totalStorage() {
        return generators.hardware().totalStorage(device);
    }

    public long freeStorage() {
        return totalStorage() / 100 * generators.dice().between(8, 80, device, Roll.STORAGE);
    }

    public String complianceState() {
        boolean compliant = generators.dice().percent(94, device, Roll.COMPLIANT);
        return compliant && profile.activity == ActivityPattern.RECENT && copy == 0 ? "compliant" : "noncompliant";
    }

    public String managementState() {
        if (change.managementState() != null) {
            return change.managementState();
        }
        if (profile.link == EnrolmentState.LEAVING) {
            return generators
                    .dice()
                    .oneOf(device, Roll.REMOVED, "retirePending", "wipePending", "wipeIssued", "deletePending");
        }
        return profile.removal == Removal.WIPE_FAILED ? "wipeFailed" : "managed";
    }

    public String managementAgent() {
        return profile.quirk == Quirk.CO_MANAGED
                        || profile.kind == ObjectKind.HYBRID
                                && generators.dice().percent(30, device, Roll.CLAIM)
                ? "configurationManagerClientMdm"
                : profile.platform == OperatingSystem.ANDROID_ENTERPRISE ? "googleCloudDevicePolicyController" : "mdm";
    }

    public String enrollmentType() {
        return change.enrollmentType() == null ? EnrolmentTypes.of(profile) : change.enrollmentType();
    }

    public @Nullable String enrollmentProfileName() {
        return profile.kind == ObjectKind.AUTOPILOT ? "Autopilot - Contoso laptops" : null;
    }

    public boolean supervised() {
        return profile.platform.isApple() && profile.owner == Owner.COMPANY;
    }

    public boolean android() {
        return profile.platform.isAndroid();
    }

    public boolean encrypted() {
        return profile.kind != ObjectKind.TEAMS_PHONE;
    }

    public String udid() {
        return profile.platform.isApple() ? generators.guids().of(IdKind.HARDWARE, device) : "";
    }

    /** Returns the ID under which Exchange knows the device. */
    public String exchangeId() {
        return generators.guids().of(IdKind.EXCHANGE, device).replace("-", "").toUpperCase(Locale.ROOT);
    }
}
