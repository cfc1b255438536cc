package org.deviceoffboarding.inventory;

import org.jspecify.annotations.Nullable;

/** Rows as Graph sends them, with what matters to a test. */
public final class Json {

    /** The three IDs of one laptop. */
    public static final String OBJECT = "0b1ec7aa-0000-4000-8000-000000000001";

    public static final String DEVICE = "de51ceaa-0000-4000-8000-000000000001";
    static final String INTUNE = "1a7abeaa-0000-4000-8000-000000000001";

    static final String ZERO = "00000000-0000-0000-0000-000000000000";

    private Json() {}

    static String id(String id, int number) {
        return id.substring(0, id.length() - 1) + number;
    }

    static String entra(String objectId, String deviceId, String name, String... more) {
        return "{\"id\":\"%s\",\"deviceId\":\"%s\",\"displayName\":\"%s\"%s}"
                .formatted(objectId, deviceId, name, rest(more));
    }

    static String managed(String intuneId, String deviceId, String name, String... more) {
        return "{\"id\":\"%s\",\"azureADDeviceId\":\"%s\",\"deviceName\":\"%s\"%s}"
                .formatted(intuneId, deviceId, name, rest(more));
    }

    static String autopilot(String id, String deviceId, String intuneId) {
        return "{\"id\":\"%s\",\"azureActiveDirectoryDeviceId\":\"%s\",\"managedDeviceId\":\"%s\",\"groupTag\":\"Sales\"}"
                .formatted(id, deviceId, intuneId);
    }

    /** @param deviceId as Intune writes it, in quotes; null for an event that does not say it */
    static String event(String id, String type, String result, String intuneId, @Nullable String deviceId) {
        String property = deviceId == null
                ? "{\"displayName\":\"DeviceManagementAPIVersion\",\"oldValue\":null,\"newValue\":\"5025\"}"
                : "{\"displayName\":\"AzureADDeviceId\",\"oldValue\":\"\",\"newValue\":\"\\\"%s\\\"\"}"
                        .formatted(deviceId);
        return """
                {"id":"%s","activityType":"%s","activity":"x","activityResult":"%s",
                 "activityDateTime":"2026-11-20T19:21:45.1234567Z","actor":{"userPrincipalName":"ada@contoso.com","ipAddress":null},
                 "resources":[{"displayName":"LAPTOP","resourceId":"%s","modifiedProperties":[%s]}]}""".formatted(id, type, result, intuneId, property);
    }

    private static String rest(String... more) {
        return more.length == 0 ? "" : "," + String.join(",", more);
    }
}
