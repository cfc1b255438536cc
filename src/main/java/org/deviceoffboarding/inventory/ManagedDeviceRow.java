package org.deviceoffboarding.inventory;

import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.GraphCollection;
import org.jspecify.annotations.Nullable;

/** A managed device as Graph sends it; the names are Graph's. */
record ManagedDeviceRow(
        @Nullable String id,
        @Nullable String azureADDeviceId,
        @Nullable String deviceName,
        @Nullable String serialNumber,
        @Nullable String userPrincipalName,
        @Nullable String userDisplayName,
        @Nullable String managedDeviceOwnerType,
        @Nullable String operatingSystem,
        @Nullable String osVersion,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String managementState,
        @Nullable String managementAgent,
        @Nullable String deviceEnrollmentType,
        @Nullable String complianceState,
        @Nullable String lastSyncDateTime,
        @Nullable String enrolledDateTime) {

    static final String PERMISSION = "DeviceManagementManagedDevices.Read.All";
    static final String PATH = "/deviceManagement/managedDevices";
    static final String SELECT = "$select=id,azureADDeviceId,deviceName,serialNumber,userPrincipalName,userDisplayName,"
            + "managedDeviceOwnerType,operatingSystem,osVersion,manufacturer,model,managementState,"
            + "managementAgent,deviceEnrollmentType,complianceState,lastSyncDateTime,enrolledDateTime";

    static final GraphCollection<ManagedDeviceRow> COLLECTION = new GraphCollection<>(
            InventorySource.MANAGED_DEVICES.inText(),
            PATH + "?$top=1000&" + SELECT,
            ManagedDeviceRow.class,
            PERMISSION);

    ManagedDevice toDevice(UUID intuneId) {
        return new ManagedDevice(
                intuneId,
                BlankValues.orId(azureADDeviceId),
                BlankValues.orName(deviceName),
                BlankValues.orText(serialNumber),
                BlankValues.orText(userPrincipalName),
                BlankValues.orText(userDisplayName),
                BlankValues.orText(managedDeviceOwnerType),
                BlankValues.orText(operatingSystem),
                BlankValues.orText(osVersion),
                BlankValues.orText(manufacturer),
                BlankValues.orText(model),
                BlankValues.orText(managementState),
                BlankValues.orText(managementAgent),
                BlankValues.orText(deviceEnrollmentType),
                BlankValues.orText(complianceState),
                BlankValues.orTime(lastSyncDateTime),
                BlankValues.orTime(enrolledDateTime));
    }
}
