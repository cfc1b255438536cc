package org.deviceoffboarding.bench.scale;

import java.util.HashMap;
import java.util.Map;

/** Which property of Graph's answers a column is filled with. */
final class TenantField {

    /** The device ID that an audit event has among its modified properties. */
    static final String EVENT_DEVICE = "AzureADDeviceId";

    static final String EVENT_KIND = "activityType";

    private static final Map<String, Map<String, String>> FIELDS = Map.of(
            "entra_device",
            fields("""
                    object_id id device_id deviceId display_name displayName account_enabled accountEnabled
                    operating_system operatingSystem operating_system_version operatingSystemVersion
                    platform operatingSystem trust_type trustType profile_type profileType ownership deviceOwnership
                    ownership_kind deviceOwnership manufacturer manufacturer model model managed isManaged
                    compliant isCompliant mdm_app_id mdmAppId management_type managementType
                    on_premises_sync_enabled onPremisesSyncEnabled enrollment_profile_name enrollmentProfileName
                    physical_ids physicalIds last_sign_in approximateLastSignInDateTime
                    registered registrationDateTime created createdDateTime
                    """),
            "managed_device",
            fields("""
                    intune_id id entra_device_id azureADDeviceId device_name deviceName serial_number serialNumber
                    user_principal_name userPrincipalName user_display_name userDisplayName
                    owner_type managedDeviceOwnerType operating_system operatingSystem os_version osVersion
                    manufacturer manufacturer model model management_state managementState
                    management_agent managementAgent enrollment_type deviceEnrollmentType
                    compliance_state complianceState last_sync lastSyncDateTime enrolled enrolledDateTime
                    """),
            "autopilot_identity",
            fields("""
                    id id entra_device_id azureActiveDirectoryDeviceId managed_device_id managedDeviceId
                    serial_number serialNumber group_tag groupTag enrollment_state enrollmentState
                    last_contacted lastContactedDateTime model model manufacturer manufacturer
                    """),
            "removal_event",
            fields("""
                    event_id id kind activityType source activityType at activityDateTime
                    actor actor.userPrincipalName result activityResult entra_device_id AzureADDeviceId
                    intune_id resources.resourceId device_name resources.displayName
                    """));

    private TenantField() {}

    /** Returns the properties by column; those of objects within others with a dot. */
    static Map<String, String> of(String table) {
        return FIELDS.getOrDefault(table, Map.of());
    }

    private static Map<String, String> fields(String pairs) {
        String[] words = pairs.strip().split("\\s+");
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            fields.put(words[i], words[i + 1]);
        }
        return fields;
    }
}
