package org.deviceoffboarding.demotenant.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an application can ask the demo tenant for, in the words of the consent page. */
enum Permission {
    OPENID("openid", "Sign you in", Kind.SIGN_IN),
    PROFILE("profile", "View your basic profile", Kind.SIGN_IN),
    EMAIL("email", "View your email address", Kind.SIGN_IN),
    OFFLINE_ACCESS("offline_access", "Keep the access you give it, also while you are signed out", Kind.CONSENT),
    USER_READ("User.Read", "Sign you in and read your profile", Kind.SIGN_IN),
    USER_READ_BASIC("User.ReadBasic.All", "Read the names of all users", Kind.APPLICATION),
    USER_READ_ALL("User.Read.All", "Read the full profiles of all users", Kind.APPLICATION),
    DEVICE_READ("Device.Read.All", "Read all devices in Entra ID", Kind.APPLICATION),
    DEVICE_READ_WRITE("Device.ReadWrite.All", "Disable and delete devices in Entra ID", Kind.APP_ONLY),
    DIRECTORY_READ("Directory.Read.All", "Read all directory data", Kind.CONSENT),
    DIRECTORY_READ_WRITE("Directory.ReadWrite.All", "Read and change directory data", Kind.CONSENT),
    DIRECTORY_AS_USER("Directory.AccessAsUser.All", "Change the directory as far as you may yourself", Kind.CONSENT),
    MANAGED_DEVICES_READ(
            "DeviceManagementManagedDevices.Read.All", "Read all devices managed by Intune", Kind.APPLICATION),
    MANAGED_DEVICES_READ_WRITE(
            "DeviceManagementManagedDevices.ReadWrite.All", "Read and change devices in Intune", Kind.CONSENT),
    MANAGED_DEVICES_PRIVILEGED(
            "DeviceManagementManagedDevices.PrivilegedOperations.All", "Retire and wipe devices", Kind.CONSENT),
    DEVICE_APPS_READ("DeviceManagementApps.Read.All", "Read Intune's apps and its audit events", Kind.APPLICATION),
    DEVICE_APPS_READ_WRITE(
            "DeviceManagementApps.ReadWrite.All", "Read and change Intune's apps, read its audit events", Kind.CONSENT),
    DEVICE_CONFIGURATION_READ(
            "DeviceManagementConfiguration.Read.All", "Read Intune's device configuration", Kind.CONSENT),
    SERVICE_CONFIG_READ(
            "DeviceManagementServiceConfig.Read.All", "Read Autopilot devices and Intune's settings", Kind.APPLICATION),
    SERVICE_CONFIG_READ_WRITE(
            "DeviceManagementServiceConfig.ReadWrite.All", "Read and remove Autopilot devices", Kind.CONSENT),
    ADMINISTRATIVE_UNIT_READ(
            "AdministrativeUnit.Read.All", "Read administrative units and who is in them", Kind.CONSENT),
    APPLICATION_READ("Application.Read.All", "Read who is assigned to which application", Kind.CONSENT),
    AUDIT_LOG_READ("AuditLog.Read.All", "Read the audit log of Entra ID", Kind.APPLICATION),
    GROUP_READ_BASIC("Group.ReadBasic.All", "Read the names of all groups", Kind.CONSENT),
    GROUP_READ("Group.Read.All", "Read all groups", Kind.CONSENT),
    GROUP_MEMBER_READ_BASIC("GroupMember.ReadBasic.All", "Read who is in which group", Kind.APPLICATION),
    GROUP_MEMBER_READ("GroupMember.Read.All", "Read groups and who is in them", Kind.APPLICATION),
    BITLOCKER_READ_BASIC(
            "BitlockerKey.ReadBasic.All", "See whether BitLocker keys exist, not the keys", Kind.APPLICATION),
    BITLOCKER_READ("BitlockerKey.Read.All", "Read BitLocker keys", Kind.CONSENT),
    LOCAL_CREDENTIAL_READ_BASIC(
            "DeviceLocalCredential.ReadBasic.All",
            "See whether local administrator passwords exist, not the passwords",
            Kind.APPLICATION),
    LOCAL_CREDENTIAL_READ("DeviceLocalCredential.Read.All", "Read local administrator passwords", Kind.CONSENT),
    ORGANIZATION_READ("Organization.Read.All", "Read the name and domains of your organisation", Kind.APPLICATION),
    ROLE_MANAGEMENT_READ("RoleManagement.Read.Directory", "Read who holds which directory role", Kind.CONSENT);

    /** Who may be given a permission, and whether a person is asked. */
    private enum Kind {
        /** Delegated, without asking. */
        SIGN_IN,
        /** Delegated, after the person agreed. */
        CONSENT,
        /** As {@link #CONSENT}, and granted to the app registration itself unless that is switched. */
        APPLICATION,
        /** Only ever granted to an app registration itself: Graph knows no delegated form of it. */
        APP_ONLY
    }

    /** Microsoft Graph, which every permission but those of OpenID belongs to. */
    static final String GRAPH = "https://graph.microsoft.com";

    /** Asks for every application permission of the app registration. */
    static final String GRAPH_DEFAULT = GRAPH + "/.default";

    private final String value;
    private final String words;
    private final Kind kind;

    Permission(String value, String words, Kind kind) {
        this.value = value;
        this.words = words;
        this.kind = kind;
    }

    String value() {
        return value;
    }

    String words() {
        return words;
    }

    boolean needsConsent() {
        return kind != Kind.SIGN_IN;
    }

    /** Whether an access token for Graph lists it; the others only shape the sign-in. */
    boolean ofGraph() {
        return this != OPENID && this != PROFILE && this != EMAIL && this != OFFLINE_ACCESS;
    }

    private boolean delegable() {
        return kind != Kind.APP_ONLY;
    }

    /** Returns the permission that a scope names, with or without Graph's address before it. */
    static Optional<Permission> of(String scope) {
        String name = scope.startsWith(GRAPH + "/") ? scope.substring(GRAPH.length() + 1) : scope;
        return Arrays.stream(values())
                .filter(permission -> permission.value.equals(name))
                .filter(permission -> permission.ofGraph() || name.equals(scope))
                .findFirst();
    }

    /** Returns every scope that a person can be asked for, in all its spellings. */
    static Set<String> delegableScopes() {
        return Arrays.stream(values())
                .filter(Permission::delegable)
                .flatMap(permission -> permission.ofGraph()
                        ? Stream.of(permission.value, GRAPH + "/" + permission.value)
                        : Stream.of(permission.value))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the permissions that scopes name, in the order of this type and each of them once. */
    static SortedSet<Permission> among(Collection<String> scopes) {
        return scopes.stream().flatMap(scope -> of(scope).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether it can be granted to an app registration itself: what is about a person who is there cannot. */
    boolean ofApplications() {
        return kind != Kind.SIGN_IN && ofGraph() && this != DIRECTORY_AS_USER;
    }

    /** Returns what the portal's app registration was granted for itself, without a person, unless that is switched: to read only. */
    static Set<String> granted() {
        return Arrays.stream(values())
                .filter(permission -> permission.kind == Kind.APPLICATION)
                .map(Permission::value)
                .collect(Collectors.toUnmodifiableSet());
    }
}
