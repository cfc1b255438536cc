package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.Operator.*;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.demotenant.graph.Property.Shown;
import org.deviceoffboarding.demotenant.population.ManagedDevice;
import org.deviceoffboarding.demotenant.population.Person;
import org.jspecify.annotations.Nullable;

/** What Graph tells about a managed device. Which filters work stands in Microsoft's metadata, property by property. */
final class ManagedDeviceSchema {

    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("9999-12-31T23:59:59Z");

    static final Schema<ManagedDevice> MANAGED_DEVICES = new Schema<ManagedDevice>(
                    "managedDevice", "deviceManagement/managedDevices", false)
            .with("id", ManagedDevice::id, EQ)
            .with("userId", device -> of(device.owner(), Person::id))
            .with("deviceName", ManagedDevice::deviceName, EQ, CONTAINS)
            .with("managedDeviceOwnerType", ManagedDevice::ownerType)
            .with("enrolledDateTime", ManagedDevice::enrolled, LT, GT)
            .with("lastSyncDateTime", ManagedDevice::synchronised, LT, GT)
            .with("operatingSystem", ManagedDevice::operatingSystem, EQ)
            .with("complianceState", ManagedDevice::complianceState, EQ)
            .with("jailBroken", device -> "Unknown", EQ)
            .with("managementAgent", ManagedDevice::managementAgent, EQ)
            .with("osVersion", ManagedDevice::osVersion, CONTAINS)
            .with("easActivated", device -> true)
            .with("easDeviceId", ManagedDevice::exchangeId)
            .with("easActivationDateTime", device -> NEVER)
            .with("azureADRegistered", ManagedDevice::azureAdRegistered)
            .with("deviceEnrollmentType", ManagedDevice::enrollmentType)
            .with("activationLockBypassCode", Shown.SINGLY, device -> null)
            .with("emailAddress", device -> of(device.owner(), Person::userPrincipalName), CONTAINS)
            .with("azureADDeviceId", ManagedDevice::azureAdDeviceId, EQ)
            .with("deviceRegistrationState", device -> device.azureAdRegistered() ? "registered" : "notRegistered")
            .with("deviceCategoryDisplayName", device -> "Unknown", EQ)
            .with("isSupervised", ManagedDevice::supervised)
            .with("exchangeLastSuccessfulSyncDateTime", device -> NEVER)
            .with("exchangeAccessState", device -> "none")
            .with("exchangeAccessStateReason", device -> "none")
            .with("remoteAssistanceSessionUrl", Shown.SINGLY, device -> "")
            .with("remoteAssistanceSessionErrorDetails", device -> null)
            .with("isEncrypted", ManagedDevice::encrypted)
            .with("userPrincipalName", device -> of(device.owner(), Person::userPrincipalName), EQ, NE)
            .with("model", ManagedDevice::model, EQ, CONTAINS)
            .with("manufacturer", ManagedDevice::manufacturer, EQ)
            .with("imei", ManagedDevice::imei, EQ)
            .with("complianceGracePeriodExpirationDateTime", device -> FAR, LT, GT)
            .with("serialNumber", ManagedDevice::serialNumber, EQ)
            .with("phoneNumber", ManagedDevice::phoneNumber, CONTAINS)
            .with("androidSecurityPatchLevel", device -> device.android() ? "2026-10-01" : "")
            .with("userDisplayName", device -> of(device.owner(), Person::displayName))
            .with("configurationManagerClientEnabledFeatures", device -> null)
            .with("wiFiMacAddress", ManagedDevice::macAddress)
            .with("deviceHealthAttestationState", device -> null)
            .with("subscriberCarrier", device -> "")
            .with("meid", device -> "")
            .with("totalStorageSpaceInBytes", ManagedDevice::totalStorage)
            .with("freeStorageSpaceInBytes", ManagedDevice::freeStorage)
            .with("managedDeviceName", device -> device.ownerType() + "_" + device.serialNumber())
            .with("partnerReportedThreatState", device -> "unknown")
            .with("requireUserEnrollmentApproval", device -> null)
            .with(
                    "managementCertificateExpirationDate",
                    device -> device.enrolled().plusSeconds(365L * 86_400))
            .with("iccid", Shown.SINGLY, device -> "")
            .with("udid", Shown.SINGLY, ManagedDevice::udid)
            .with("notes", Shown.SINGLY, device -> "")
            .with("ethernetMacAddress", Shown.SINGLY, device -> "")
            .with("physicalMemoryInBytes", Shown.SINGLY, device -> 0L)
            .with("enrollmentProfileName", ManagedDevice::enrollmentProfileName)
            .with("managementState", ManagedDevice::managementState, EQ)
            .with("deviceActionResults", device -> List.of());

    private ManagedDeviceSchema() {}

    private static String of(@Nullable Person person, java.util.function.Function<Person, String> what) {
        return person == null ? "" : what.apply(person);
    }
}
