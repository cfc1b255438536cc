package org.deviceoffboarding.ask.language.vocabulary;

import static org.deviceoffboarding.language.ConditionType.*;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deviceoffboarding.ask.language.draft.Concept;
import org.deviceoffboarding.language.ConditionType;
import org.deviceoffboarding.language.Source;
import org.jspecify.annotations.Nullable;

/**
 * The names by which programs call what is known of devices. They are words of sentences, of filters and of completions alike: what is
 * added here is known to all of them.
 */
public final class DeviceProperties {

    /**
     * A name of a program.
     *
     * @param name as its documentation writes it
     * @param type what it says of a device
     */
    public record Property(String name, ConditionType type) {

        String lower() {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /** Of the device resource of Microsoft Graph, {@code learn.microsoft.com/graph/api/resources/device}. */
    private static final List<Property> DEVICE = List.of(
            new Property("accountEnabled", ENABLED),
            new Property("approximateLastSignInDateTime", ENTRA_ACTIVITY),
            new Property("deviceId", IDS),
            new Property("deviceOwnership", OWNERSHIP),
            new Property("displayName", NAME),
            new Property("isCompliant", COMPLIANCE),
            new Property("isManaged", MANAGEMENT),
            new Property("isManagementRestricted", RESTRICTED),
            new Property("operatingSystem", PLATFORM),
            new Property("operatingSystemVersion", VERSION),
            new Property("registrationDateTime", REGISTERED),
            new Property("trustType", JOIN_TYPE));

    /**
     * Of the managedDevice resource of Microsoft Graph, {@code learn.microsoft.com/graph/api/resources/intune-devices-manageddevice}; ownerType
     * and joinType are of its beta. The department is of the user resource.
     */
    private static final List<Property> MANAGED_DEVICE = List.of(
            new Property("azureADDeviceId", IDS),
            new Property("complianceState", COMPLIANCE),
            new Property("deviceName", NAME),
            new Property("enrolledDateTime", ENROLLED),
            new Property("joinType", JOIN_TYPE),
            new Property("lastSyncDateTime", INTUNE_ACTIVITY),
            new Property("managedDeviceOwnerType", OWNERSHIP),
            new Property("osVersion", VERSION),
            new Property("ownerType", OWNERSHIP),
            new Property("serialNumber", SERIAL),
            new Property("userPrincipalName", USER));

    /** Of the table IntuneDevices in Azure Monitor, {@code learn.microsoft.com/azure/azure-monitor/reference/tables/intunedevices}. */
    private static final List<Property> INTUNE_DEVICES =
            List.of(new Property("CompliantState", COMPLIANCE), new Property("LastContact", INTUNE_ACTIVITY));

    /** What only the portal knows, as its own filters and exports would call it. */
    private static final List<Property> PORTAL = List.of(
            new Property("inIntune", MANAGEMENT),
            new Property("linkState", LINK),
            new Property("removedAt", REMOVED),
            new Property("removedBy", REMOVED_BY),
            new Property("removedHow", REMOVED_HOW),
            new Property("removalKind", REMOVED_HOW),
            new Property("removalType", REMOVED_HOW),
            new Property("bitlockerKey", BITLOCKER),
            new Property("lapsPassword", LAPS),
            new Property("lastActivity", ACTIVITY),
            new Property("entraActivity", ENTRA_ACTIVITY),
            new Property("intuneActivity", INTUNE_ACTIVITY),
            new Property("lastSignIn", ENTRA_ACTIVITY),
            new Property("lastSync", INTUNE_ACTIVITY),
            new Property("partOf", PART_OF));

    /** All of them. */
    public static final List<Property> ALL = Stream.of(DEVICE, MANAGED_DEVICE, INTUNE_DEVICES, PORTAL)
            .flatMap(List::stream)
            .toList();

    private static final Map<String, Property> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Property::lower, Function.identity()));

    private static final Set<ConditionType> NO_ORDER = Set.of(IDS);

    private DeviceProperties() {}

    /** Returns what a name stands for, however its letters are written; null where it is none of a program. */
    public static @Nullable ConditionType type(String name) {
        Property property = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        return property == null ? null : property.type();
    }

    /** Returns those that lists can be sorted or grouped by. */
    static List<Property> fields() {
        return ALL.stream()
                .filter(property -> !NO_ORDER.contains(property.type()))
                .toList();
    }

    /** Returns what one begins in a sentence. */
    static Concept concept(ConditionType type) {
        return switch (type) {
            case IDS -> new Concept.IdOf();
            case VERSION -> new Concept.VersionOf();
            case BITLOCKER, LAPS -> new Concept.KeyOf(type);
            case NAME, USER, MANUFACTURER, MODEL, GROUP, DEPARTMENT, SERIAL, REMOVED_BY ->
                new Concept.TextOf(type, "", "");
            case ACTIVITY -> new Concept.ActivityOf(Source.ANY, false, null);
            case ENTRA_ACTIVITY -> new Concept.ActivityOf(Source.ENTRA, false, null);
            case INTUNE_ACTIVITY -> new Concept.ActivityOf(Source.INTUNE, false, null);
            case REGISTERED, ENROLLED, REMOVED -> new Concept.TimeOf(type, null);
            case PLATFORM,
                    OWNERSHIP,
                    JOIN_TYPE,
                    SITUATION,
                    FLAGGED,
                    LINK,
                    MANAGEMENT,
                    COMPLIANCE,
                    ENABLED,
                    REMOVED_HOW,
                    PART_OF,
                    RESTRICTED -> new Concept.ValueOf(type);
        };
    }
}
