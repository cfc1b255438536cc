package org.deviceoffboarding.inventory;

import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.GraphCollection;
import org.jspecify.annotations.Nullable;

/** An Autopilot identity as Graph sends it; the names are Graph's. */
record AutopilotIdentityRow(
        @Nullable String id,
        @Nullable String azureActiveDirectoryDeviceId,
        @Nullable String managedDeviceId,
        @Nullable String serialNumber,
        @Nullable String groupTag,
        @Nullable String enrollmentState,
        @Nullable String lastContactedDateTime,
        @Nullable String model,
        @Nullable String manufacturer) {

    /** Without {@code $select}: Intune does not document it for this collection, and a row is small. */
    static final GraphCollection<AutopilotIdentityRow> COLLECTION = new GraphCollection<>(
            InventorySource.AUTOPILOT_IDENTITIES.inText(),
            "/deviceManagement/windowsAutopilotDeviceIdentities",
            AutopilotIdentityRow.class,
            "DeviceManagementServiceConfig.Read.All");

    AutopilotIdentity toIdentity(UUID ownId) {
        return new AutopilotIdentity(
                ownId,
                BlankValues.orId(azureActiveDirectoryDeviceId),
                BlankValues.orId(managedDeviceId),
                BlankValues.orText(serialNumber),
                BlankValues.orText(groupTag),
                BlankValues.orText(enrollmentState),
                BlankValues.orTime(lastContactedDateTime),
                BlankValues.orText(model),
                BlankValues.orText(manufacturer));
    }
}
