package org.deviceoffboarding.demotenant.graph;

import static org.deviceoffboarding.demotenant.graph.odata.Operator.*;

import java.time.Instant;
import java.util.List;
import org.deviceoffboarding.demotenant.graph.odata.Property.Shown;
import org.deviceoffboarding.demotenant.graph.odata.Schema;
import org.deviceoffboarding.demotenant.population.DemoManagedDevice;
import org.deviceoffboarding.demotenant.population.Employee;
import org.jspecify.annotations.Nullable;

/** What Graph tells about a managed device. Which filters work stands in Microsoft's metadata, property by property. */
final class ManagedDeviceSchema {

    private static final Instant NEVER = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("9999-12-31T23:59:59Z");

    static final Schema<DemoManagedDevice> MANAGED_DEVICES = new Schema<DemoManagedDevice>(
                    "managedDevice", "deviceManagement/managedDevices", false)
            .with("id", DemoManagedDevice::id, EQ)
            .with("userId", device -> of(device.owner(), Employee::id))
            .with("deviceName", DemoManagedDevice::deviceName, EQ, CONTAINS)
            .with("managedDeviceOwnerType", DemoManagedDevice::ownerType)
            .with("enrolledDateTime", DemoManagedDevice::enrolled, LT, GT)
            .with("lastSyncDateTime", DemoManagedDevice::synchronised, LT, GT)
            .with("operatingSystem", DemoManagedDevice::operatingSystem, EQ)
            .with("complianceState", DemoManagedDevice::complianceState, EQ)
            .with("jailBroken", device -> "Unknown", EQ)
            .with("managementAgent", DemoManagedDevice::managementAgent, EQ)
            .with("osVersion", DemoManagedDevice::osVersion, CONTAINS)
            .with("easActivated", device -> true)
            .with("easDeviceId", DemoManagedDevice::exchangeId)
            .with("easActivationDateTime", device -> NEVER)
            .with("azureADRegistered", DemoManagedDevice::azureAdRegistered)
            .with("deviceEnrollmentType", DemoManagedDevice::enrollmentType)
            .with("activationLockBypassCode", Shown.SINGLY, device -> null)
            .with("emailAddress", device -> of(device.owner(), Employee::userPrincipalName), CONTAINS)
            .with("azureADDeviceId", DemoManagedDevice::azureAdDeviceId, EQ)
            .with("deviceRegistrationState", device -> device.azureAdRegistered() ? "registered" : "notRegistered")
            .with("deviceCategoryDisplayName", device -> "Unknown", EQ)
            .with("isSupervised", DemoManagedDevice::supervised)
            .with("exchangeLastSuccessfulSyncDateTime", device -> NEVER)
            .with("exchangeAccessState", device -> "none")
            .with("exchangeAccessStateReason", device -> "none")
            .with("remoteAssistanceSessionUrl", Shown.SINGLY, device -> "")
            .with("remoteAssistanceSessionErrorDetails", device -> null)
            .with("isEncrypted", DemoManagedDevice::encrypted)
            .with("userPrincipalName", device -> of(device.owner(), Employee::userPrincipalName), EQ, NE)
            .with("model", DemoManagedDevice::model, EQ, CONTAINS)
            .with("manufacturer", DemoManagedDevice::manufacturer, EQ)
            .with("imei", DemoManagedDevice::imei, EQ)
            .with("complianceGracePeriodExpirationDateTime", device -> FAR, LT, GT)
            .with("serialNumber", DemoManagedDevice::serialNumber, EQ)
            .with("phoneNumber", DemoManagedDevice::phoneNumber, CONTAINS)
            .with("androidSecurityPatchLevel", device -> device.android() ? "2026-10-01" : "")
            .with("userDisplayName", device -> of(device.owner(), Employee::displayName))
            .with("configurationManagerClientEnabledFeatures", device -> null)
            .with("wiFiMacAddress", DemoManagedDevice::macAddress)
            .with("deviceHealthAttestationState", device -> null)
            .with("subscriberCarrier", device -> "")
            .with("meid", device -> "")
            .with("totalStorageSpaceInBytes", DemoManagedDevice::totalStorage)
            .with("freeStorageSpaceInBytes", DemoManagedDevice::freeStorage)
            .with("managedDeviceName", device -> device.ownerType() + "_" + device.serialNumber())
            .with("partnerReportedThreatState", device -> "unknown")
            .with("requireUserEnrollmentApproval", device -> null)
            .with(
                    "managementCertificateExpirationDate",
                    device -> device.enrolled().plusSeconds(365L * 86_400))
            .with("iccid", Shown.SINGLY, device -> "")
            .with("udid", Shown.SINGLY, DemoManagedDevice::udid)
            .with("notes", Shown.SINGLY, device -> "")
            .with("ethernetMacAddress", Shown.SINGLY, device -> "")
            .with("physicalMemoryInBytes", Shown.SINGLY, device -> 0L)
            .with("enrollmentProfileName", DemoManagedDevice::enrollmentProfileName)
            .with("managementState", DemoManagedDevice::managementState, EQ)
            .with("deviceActionResults", device -> List.of());

    private ManagedDeviceSchema() {}

    private static String of(@Nullable Employee person, java.util.function.Function<Employee, String> what) {
        return person == null ? "" : what.apply(person);
    }
}
