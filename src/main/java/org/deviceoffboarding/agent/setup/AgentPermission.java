package org.deviceoffboarding.agent.setup;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.deviceoffboarding.agent.AgentFeature;
import org.jspecify.annotations.Nullable;

/**
 * What the agent needs, least privilege each, and how to find out whether it works. Sources:
 * Microsoft Graph's permissions reference for each endpoint. BitLocker's takes no $top, and an ID
 * that no device has is never asked for: its first page is read, in which the keys themselves are not.
 */
enum AgentPermission {
    DEVICES(
            "Device.Read.All",
            "Reads the devices in Microsoft Entra ID: what is checked for being left over.",
            "Entra devices",
            "/devices?$top=1&$select=id",
            null,
            AgentFeature.RUNS),
    MANAGED_DEVICES(
            "DeviceManagementManagedDevices.Read.All",
            "Reads the devices that Intune manages: a device with a record there is not left over.",
            "managed devices",
            "/deviceManagement/managedDevices?$top=1&$select=id",
            AgentRole.INTUNE_READER,
            AgentFeature.RUNS),
    AUDIT_EVENTS(
            "DeviceManagementApps.Read.All",
            "Reads Intune's audit events: who retired, wiped or deleted a device, and when. Microsoft Graph asks for this"
                    + " permission to read them.",
            "removal events",
            "/deviceManagement/auditEvents?$top=1",
            AgentRole.INTUNE_READER,
            AgentFeature.RUNS),
    AUTOPILOT(
            "DeviceManagementServiceConfig.Read.All",
            "Reads Windows Autopilot registrations, so that such devices get their own steps, and the name of the tenant.",
            "Autopilot identities",
            "/deviceManagement/windowsAutopilotDeviceIdentities?$top=1",
            AgentRole.INTUNE_READER,
            AgentFeature.RUNS),
    GROUPS(
            "GroupMember.Read.All",
            "Reads the groups that are named in exceptions and instructions, with everyone in them.",
            "groups",
            "/groups?$top=1&$select=id",
            null,
            AgentFeature.GROUPS),
    USERS(
            "User.Read.All",
            "Reads the names of people in these groups and which devices are registered for them, so that an exception for a"
                    + " person also holds for a device that Intune no longer knows.",
            "users",
            "/users?$top=1&$select=id,userPrincipalName",
            null,
            AgentFeature.PEOPLE,
            AgentFeature.GROUPS),
    BITLOCKER_KEYS(
            "BitlockerKey.ReadBasic.All",
            "Sees whether BitLocker recovery keys are kept for a device before anything is deleted; never the keys.",
            "BitLocker recovery keys",
            "/informationProtection/bitlocker/recoveryKeys",
            AgentRole.SECURITY_READER,
            AgentFeature.BITLOCKER_KEYS),
    LOCAL_PASSWORDS(
            "DeviceLocalCredential.ReadBasic.All",
            "Sees whether a local administrator's password (LAPS) is kept for a device; never the password.",
            "LAPS passwords",
            "/directory/deviceLocalCredentials?$top=1&$select=id",
            AgentRole.SECURITY_READER,
            AgentFeature.LOCAL_PASSWORDS),
    ME(
            "User.Read",
            "Reads who you are, so that everybody sees whose identity the agent uses.",
            "the agent's account",
            "/me?$select=id,userPrincipalName",
            null,
            AgentFeature.RENEWAL),
    /** Not asked for: an administrator adds it where it is wanted. */
    ASSIGNMENTS(
            "Application.Read.All",
            "Reads to whom the portal's roles are assigned, so that People knows those, too, who never signed in.",
            "assignments of app roles",
            "/servicePrincipals(appId='{client}')?$select=id",
            null,
            AgentFeature.ROLE_ASSIGNMENTS),
    /** Not asked for, either. */
    UNITS(
            "AdministrativeUnit.Read.All",
            "Reads what restricted management administrative units are called and which devices are in them, so that an approver"
                    + " knows where their role has to be assigned.",
            "administrative units",
            "/directory/administrativeUnits?$top=1&$select=id",
            null,
            AgentFeature.UNITS);

    private static final Set<AgentPermission> OPTIONAL = Set.of(ASSIGNMENTS, UNITS);

    private final String scope;
    private final String reason;
    private final String source;
    private final String probe;
    private final @Nullable AgentRole role;
    private final List<AgentFeature> features;

    AgentPermission(
            String scope,
            String reason,
            String source,
            String probe,
            @Nullable AgentRole role,
            AgentFeature... features) {
        this.scope = scope;
        this.reason = reason;
        this.source = source;
        this.probe = probe;
        this.role = role;
        this.features = List.of(features);
    }

    String scope() {
        return scope;
    }

    String reason() {
        return reason;
    }

    /** Returns what it reads, as runs call it. */
    String source() {
        return source;
    }

    /** Returns a request, relative to Graph's base URL, that this permission is needed for and that reads next to nothing. */
    String probe(String clientId) {
        return probe.replace("{client}", clientId);
    }

    /** Returns the least role that the account needs beside the permission; null where every member of the tenant has what it takes. */
    @Nullable
    AgentRole role() {
        return role;
    }

    List<AgentFeature> features() {
        return features;
    }

    /**
     * Returns who does what where it lacks.
     *
     * @param kind whose identity it is for
     */
    String remedy(AgentKind kind) {
        return "An administrator adds the " + kind.permission() + " " + scope
                + " of Microsoft Graph to the portal's app registration (Entra admin center > App registrations > API permissions)"
                + " and grants admin consent.";
    }

    /** Returns whether the agent does without, and is not asked for it. */
    boolean optional() {
        return OPTIONAL.contains(this);
    }

    static boolean isOptional(String scope) {
        return OPTIONAL.stream().anyMatch(each -> each.scope.equals(scope));
    }

    /** Returns whether no agent is set up without it. */
    boolean required() {
        return features.contains(AgentFeature.RUNS) || features.contains(AgentFeature.RENEWAL);
    }

    /** Returns whether one of the scopes that were consented to is this permission, with or without Graph's address. */
    boolean isAmong(Collection<String> scopes) {
        return scopes.stream().anyMatch(given -> given.equals(scope) || given.endsWith("/" + scope));
    }

    /** Returns whether the scopes that were consented to are all that there are. */
    static boolean allAmong(Collection<String> scopes) {
        return asked().stream().allMatch(permission -> permission.isAmong(scopes));
    }

    /** Returns what the administrator is asked to consent to. */
    static List<AgentPermission> asked() {
        return asked(AgentKind.PERSON);
    }

    /** Returns what the agent needs, without what it does without. */
    static List<AgentPermission> asked(AgentKind kind) {
        return all(kind).stream().filter(each -> !each.optional()).toList();
    }

    /** Returns all that the agent may use; the application is nobody whose account could be read. */
    static List<AgentPermission> all(AgentKind kind) {
        return Arrays.stream(values())
                .filter(each -> kind == AgentKind.PERSON || each != ME)
                .toList();
    }

    /** Returns all scopes to ask for, with those that bring a refresh token. */
    static Set<String> scopes() {
        Set<String> scopes = new LinkedHashSet<>(Set.of("openid", "profile", "offline_access"));
        asked().stream().map(AgentPermission::scope).forEach(scopes::add);
        return scopes;
    }
}
