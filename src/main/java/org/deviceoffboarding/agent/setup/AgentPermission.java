package org.deviceoffboarding.agent.setup;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the agent asks the administrator's consent for, least privilege each, and how to find out whether it works. Sources:
 * Microsoft Graph's permissions reference for each endpoint. BitLocker's takes no $top, and an ID
 * that no device has is never asked for: its first page is read, in which the keys themselves are not.
 */
enum AgentPermission {
    DEVICES(
            "Device.Read.All",
            "Reads the devices in Microsoft Entra ID: what is checked for being left over.",
            "/devices?$top=1&$select=id"),
    MANAGED_DEVICES(
            "DeviceManagementManagedDevices.Read.All",
            "Reads the devices that Intune manages: a device with a record there is not left over.",
            "/deviceManagement/managedDevices?$top=1&$select=id"),
    AUDIT_EVENTS(
            "DeviceManagementApps.Read.All",
            "Reads Intune's audit events: who retired, wiped or deleted a device, and when. Microsoft Graph asks for this"
                    + " permission to read them.",
            "/deviceManagement/auditEvents?$top=1"),
    AUTOPILOT(
            "DeviceManagementServiceConfig.Read.All",
            "Reads Windows Autopilot registrations, so that such devices get their own steps, and the name of the tenant.",
            "/deviceManagement/windowsAutopilotDeviceIdentities?$top=1"),
    GROUPS(
            "GroupMember.Read.All",
            "Reads the groups that are named in exceptions and instructions, with everyone in them.",
            "/groups?$top=1&$select=id"),
    USERS(
            "User.Read.All",
            "Reads the names of people in these groups and which devices are registered for them, so that an exception for a"
                    + " person also holds for a device that Intune no longer knows.",
            "/users?$top=1&$select=id,userPrincipalName"),
    BITLOCKER_KEYS(
            "BitlockerKey.ReadBasic.All",
            "Sees whether BitLocker recovery keys are kept for a device before anything is deleted; never the keys.",
            "/informationProtection/bitlocker/recoveryKeys"),
    LOCAL_PASSWORDS(
            "DeviceLocalCredential.ReadBasic.All",
            "Sees whether a local administrator's password (LAPS) is kept for a device; never the password.",
            "/directory/deviceLocalCredentials?$top=1&$select=id"),
    ME(
            "User.Read",
            "Reads who you are, so that everybody sees whose identity the agent uses.",
            "/me?$select=id,userPrincipalName");

    private final String scope;
    private final String reason;
    private final String probe;

    AgentPermission(String scope, String reason, String probe) {
        this.scope = scope;
        this.reason = reason;
        this.probe = probe;
    }

    String scope() {
        return scope;
    }

    String reason() {
        return reason;
    }

    /** Returns a request, relative to Graph's base URL, that this permission is needed for and that reads next to nothing. */
    String probe() {
        return probe;
    }

    /** Returns whether one of the scopes that were consented to is this permission, with or without Graph's address. */
    boolean isAmong(Collection<String> scopes) {
        return scopes.stream().anyMatch(given -> given.equals(scope) || given.endsWith("/" + scope));
    }

    /** Returns whether the scopes that were consented to are all that there are. */
    static boolean allAmong(Collection<String> scopes) {
        return Arrays.stream(values()).allMatch(permission -> permission.isAmong(scopes));
    }

    /** Returns all scopes to ask for, with those that bring a refresh token. */
    static Set<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>(Set.of("openid", "profile", "offline_access"));
        Arrays.stream(values()).map(AgentPermission::scope).forEach(scopes::add);
        return scopes;
    }
}
