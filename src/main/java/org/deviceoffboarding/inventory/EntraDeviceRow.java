package org.deviceoffboarding.inventory;

import java.util.List;
import java.util.UUID;
import org.deviceoffboarding.base.BlankValues;
import org.deviceoffboarding.graph.GraphCollection;
import org.jspecify.annotations.Nullable;

/** A device as Graph sends it; the names are Graph's. */
record EntraDeviceRow(
        @Nullable String id,
        @Nullable String deviceId,
        @Nullable String displayName,
        @Nullable Boolean accountEnabled,
        @Nullable String operatingSystem,
        @Nullable String operatingSystemVersion,
        @Nullable String trustType,
        @Nullable String profileType,
        @Nullable String deviceOwnership,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable Boolean isManaged,
        @Nullable Boolean isCompliant,
        @Nullable String mdmAppId,
        @Nullable String managementType,
        @Nullable Boolean onPremisesSyncEnabled,
        @Nullable String enrollmentProfileName,
        @Nullable List<@Nullable String> physicalIds,
        @Nullable String approximateLastSignInDateTime,
        @Nullable String registrationDateTime,
        @Nullable String createdDateTime,
        @Nullable Boolean isManagementRestricted) {

    static final String PERMISSION = "Device.Read.All";
    static final String PROPERTIES = "id,deviceId,displayName,accountEnabled,operatingSystem,operatingSystemVersion,"
            + "trustType,profileType,deviceOwnership,manufacturer,model,isManaged,isCompliant,mdmAppId,"
            + "managementType,onPremisesSyncEnabled,enrollmentProfileName,physicalIds,"
            + "approximateLastSignInDateTime,registrationDateTime,createdDateTime,isManagementRestricted";

    static final GraphCollection<EntraDeviceRow> COLLECTION = new GraphCollection<>(
            InventorySource.ENTRA_DEVICES.inText(),
            "/devices?$top=999&$select=" + PROPERTIES,
            EntraDeviceRow.class,
            PERMISSION);

    EntraDevice toDevice(UUID objectId) {
        return new EntraDevice(
                objectId,
                BlankValues.orId(deviceId),
                BlankValues.orName(displayName),
                accountEnabled,
                BlankValues.orText(operatingSystem),
                BlankValues.orText(operatingSystemVersion),
                BlankValues.orText(trustType),
                BlankValues.orText(profileType),
                BlankValues.orText(deviceOwnership),
                BlankValues.orText(manufacturer),
                BlankValues.orText(model),
                isManaged,
                isCompliant,
                BlankValues.orText(mdmAppId),
                BlankValues.orText(managementType),
                onPremisesSyncEnabled,
                BlankValues.orText(enrollmentProfileName),
                physicalIds == null
                        ? List.of()
                        : physicalIds.stream()
                                .map(BlankValues::orName)
                                .filter(id -> !id.isEmpty())
                                .toList(),
                BlankValues.orTime(approximateLastSignInDateTime),
                BlankValues.orTime(registrationDateTime),
                BlankValues.orTime(createdDateTime),
                isManagementRestricted);
    }
}
